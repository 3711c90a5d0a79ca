#include "content/content.h"

#include <stdlib.h>

static void print_faults(const struct yt_content_report *report, const char *mark,
                         struct yt_buf *to)
{
    for (size_t i = 0; i < report->count; i++)
        yt_buf_printf(to, "%s%s: %s. %s\n", mark, report->faults[i].place, report->faults[i].wrong,
                      report->faults[i].remedy);
    if (report->more)
        yt_buf_printf(to, "... and %zu more.\n", report->more);
}

static void print_counts(const char *folder, const struct yt_site_content *site, struct yt_buf *to)
{
    size_t answers = 0;

    for (size_t i = 0; i < site->check.question_count; i++)
        answers += site->check.questions[i].option_count;
    yt_buf_printf(to,
                  "%s: complete. %zu languages, %zu questions, %zu answers, %zu menu items, "
                  "%zu help screens, %zu appointment types, %zu kiosks, %zu listings, "
                  "%zu programmes, %zu open places, %zu voices, %zu talk cards, %zu groups of "
                  "search words.\n",
                  folder, site->site.languages.count, site->check.question_count, answers,
                  site->menu.count, site->help.screen_count, site->appointments.type_count,
                  site->site.kiosk_count, site->offers.listing_count, site->offers.programme_count,
                  site->offers.place_count, site->offers.voice_count, site->offers.card_count,
                  site->offers.search_group_count);
}

bool yt_content_check_print(const char *folder, struct yt_date today, struct yt_buf *to)
{
    struct yt_content_report *report = calloc(1, sizeof *report);
    YT_SCOPED(yt_content_free_scoped) struct yt_content *content = NULL;
    struct yt_err err;

    if (report)
        content = yt_content_load(folder, report, &err);
    if (content) {
        print_counts(folder, yt_content_site(content), to);
        *report = (struct yt_content_report){0};
        (void)yt_content_look_over(content, today, report);
        print_faults(report, "warning: ", to);
    } else if (report && report->count) {
        print_faults(report, "", to);
        yt_buf_printf(to, "%s: %zu to correct; the kiosk would keep what it has.\n", folder,
                      report->count + report->more);
    } else {
        yt_buf_printf(to, "%s: no memory\n", folder);
    }
    free(report);
    return content != NULL;
}
