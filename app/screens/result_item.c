#include "screens/result_item.h"

#include "domain/menu.h"
#include "screens/offer_screens.h"
#include "screens/offers.h"
#include "screens/programmes.h"

static const struct {
    uint32_t action; /* of the menu */
    uint8_t way;     /* of the entry */
    uint16_t touch;
    const char *label;
} ways[] = {
    {YT_MENU_ASK, YT_WAY_ASK, YT_ACT_ITEM_ASK, "result.ask"},
    {YT_MENU_BOOK, YT_WAY_BOOK, YT_ACT_ITEM_BOOK, "result.book"},
    {YT_MENU_JOIN, YT_WAY_JOIN, YT_ACT_ITEM_JOIN, "result.join"},
    {YT_MENU_PAPER, YT_WAY_PAPER, YT_ACT_ITEM_PAPER, "result.paper"},
};

static void declare_ways(struct yt_app *app, struct yt_ui *ui, size_t index)
{
    const struct yt_menu_item *item = &app->content->menu.items[index];

    yt_ui_begin(ui,
                &(struct yt_ui_box){.flow = YT_UI_WRAP, .label = yt_say_text(app, &item->name)});
    for (size_t i = 0; i < YT_COUNT(ways); i++)
        if (item->actions & ways[i].action)
            yt_ui_chip(ui, &(struct yt_ui_chip){
                               .label = yt_say(app, ways[i].label),
                               .chosen = (app->visit.ways[index] & ways[i].way) != 0,
                               .action = {ways[i].touch, (int32_t)index},
                           });
    if (yt_offers_of_item(app, index))
        yt_ui_chip(ui, &(struct yt_ui_chip){
                           .label = yt_say(app, "programmes.of.item"),
                           .icon = "calendar",
                           .action = {YT_ACT_ITEM_PROGRAMMES, (int32_t)index},
                       });
    if (yt_has_bit(yt_offers_now(app)->voice_items, index))
        yt_ui_chip(ui, &(struct yt_ui_chip){
                           .label = yt_say(app, "voices.read"),
                           .icon = "stories",
                           .action = {YT_ACT_ITEM_VOICES, (int32_t)index},
                       });
    if (item->actions & YT_MENU_NOW)
        yt_ui_chip(ui, &(struct yt_ui_chip){.label = yt_say(app, "result.now"),
                                            .icon = "bell",
                                            .action = {.id = YT_ACT_STAFF}});
    yt_ui_end(ui);
}

static void declare_card(struct yt_app *app, struct yt_ui *ui, size_t index)
{
    const struct yt_menu_item *item = &app->content->menu.items[index];

    yt_ui_answer(ui, &(struct yt_ui_answer){
                         .label = yt_say_text(app, &item->name),
                         .text = yt_say_text(app, &item->text),
                         .icon = item->picture,
                         .several = true,
                         .chosen = yt_visit_is_marked(&app->visit, index),
                         .action = {YT_ACT_ITEM_MARK, (int32_t)index},
                         .key = item->number,
                     });
}

static void declare_item(struct yt_app *app, struct yt_ui *ui, size_t index)
{
    yt_ui_begin(ui, &(struct yt_ui_box){.key = app->content->menu.items[index].number});
    declare_card(app, ui, index);
    if (yt_visit_is_marked(&app->visit, index))
        declare_ways(app, ui, index);
    yt_ui_end(ui);
}

void yt_result_items_begin(struct yt_ui *ui)
{
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_CARDS, .columns = 3, .cell_em = 15});
}

void yt_result_items_declare(struct yt_app *app, struct yt_ui *ui, uint64_t items)
{
    for (size_t i = yt_next_bit(items, 0); i < app->content->menu.count;
         i = yt_next_bit(items, i + 1))
        declare_item(app, ui, i);
}

void yt_result_items_end(struct yt_ui *ui)
{
    yt_ui_end(ui);
}

void yt_result_item_action(struct yt_app *app, struct yt_ui_action action)
{
    if (action.value < 0 || (size_t)action.value >= app->content->menu.count)
        return;
    if (action.id == YT_ACT_ITEM_MARK) {
        yt_visit_toggle_mark(&app->visit, (size_t)action.value);
        return;
    }
    if (action.id == YT_ACT_ITEM_PROGRAMMES) {
        yt_programmes_open(app, (size_t)action.value);
        return;
    }
    if (action.id == YT_ACT_ITEM_VOICES) {
        yt_nav_push(app, &yt_screen_voices);
        return;
    }
    for (size_t i = 0; i < YT_COUNT(ways); i++)
        if (action.id == ways[i].touch)
            yt_visit_toggle_way(&app->visit, (size_t)action.value, ways[i].way);
}
