#include "domain/help_screen.h"

uint64_t yt_help_lines_shown(const struct yt_help_screen *screen,
                             const struct yt_check_answers *answers)
{
    uint64_t shown = 0;

    for (size_t i = 0; i < screen->line_count; i++)
        if (yt_condition_holds(&screen->lines[i].when, answers))
            shown |= yt_bit(i);
    return shown;
}

bool yt_helpline_overdue(const struct yt_helpline *line, struct yt_date today, int due_days)
{
    return yt_date_to_days(today) - yt_date_to_days(line->checked_on) > due_days;
}
