/* In which order the list stands. */
#include "screens/browse.h"
#include "screens/listing_lines.h"
#include "screens/offer_screens.h"

enum { ACT_ORDER = YT_ACT_OWN };

static void order_declare(struct yt_app *app, struct yt_ui *ui)
{
    yt_ui_dialog_begin(ui, &(struct yt_ui_dialog){.name = "listing-order",
                                                  .title = yt_say(app, "listings.order"),
                                                  .back = {.id = YT_ACT_BACK}});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_GRID, .columns = 2, .cell_em = 10});
    for (int i = 0; i < YT_ORDERS; i++)
        yt_ui_answer(ui, &(struct yt_ui_answer){
                             .label = yt_say(app, yt_listing_order_title((enum yt_listing_order)i)),
                             .chosen = (int)app->visit.order == i,
                             .action = {ACT_ORDER, i}});
    yt_ui_end(ui);
    yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "ui.close"),
                                            .kind = YT_UI_QUIET,
                                            .action = {.id = YT_ACT_BACK}});
    yt_ui_dialog_end(ui);
}

static void order_action(struct yt_app *app, struct yt_ui_action action)
{
    if (action.id != ACT_ORDER)
        return;
    yt_browse_order(app, (enum yt_listing_order)action.value);
    yt_nav_back(app);
}

const struct yt_screen_ops yt_screen_listing_order = {
    .name = "listing-order",
    .overlay = true,
    .declare = order_declare,
    .action = order_action,
};
