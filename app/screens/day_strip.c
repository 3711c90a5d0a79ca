#include "screens/day_strip.h"

#define DAY_EMS 4.6F /* "11/26" and its weekday stand in so much */
#define DAYS_MIN 3
#define DAYS_MAX 7

size_t yt_day_strip_columns(const struct yt_ui *ui)
{
    const size_t columns = (size_t)(yt_ui_content_ems(ui) / DAY_EMS);

    if (columns < DAYS_MIN)
        return DAYS_MIN;
    return columns < DAYS_MAX ? columns : DAYS_MAX;
}

void yt_day_strip_ways(const struct yt_app *app, struct yt_ui *ui, size_t first, size_t count,
                       uint16_t action)
{
    const size_t columns = yt_day_strip_columns(ui);
    const size_t earlier = first > columns ? first - columns : 0;

    if (count <= columns)
        return;
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_ROW});
    yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "booking.time.earlier"),
                                            .kind = YT_UI_QUIET,
                                            .icon = "back",
                                            .disabled = first == 0,
                                            .action = {action, (int32_t)earlier}});
    yt_ui_spacer(ui);
    yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "booking.time.later"),
                                            .kind = YT_UI_QUIET,
                                            .icon = "next",
                                            .icon_after = true,
                                            .disabled = first + columns >= count,
                                            .action = {action, (int32_t)(first + columns)}});
    yt_ui_end(ui);
}
