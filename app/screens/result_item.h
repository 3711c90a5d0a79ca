/* The cards of the support menu, and what can be said about a marked one. */
#ifndef YT_SCREENS_RESULT_ITEM_H
#define YT_SCREENS_RESULT_ITEM_H

#include "screens/nav.h"

#include <stdint.h>

/* Actions of the cards; a page that holds them begins its own behind. */
enum yt_result_item_actions {
    YT_ACT_ITEM_MARK = YT_ACT_OWN,
    YT_ACT_ITEM_ASK, /* value: index of the item */
    YT_ACT_ITEM_BOOK,
    YT_ACT_ITEM_JOIN,
    YT_ACT_ITEM_PAPER,
    YT_ACT_ITEM_PROGRAMMES,
    YT_ACT_ITEM_VOICES,
    YT_RESULT_ITEM_ACTIONS_END,
};

/* Cards of one size in the menu's order, with texts in between as headings. `items` are bits by
 * index into the menu. */
void yt_result_items_begin(struct yt_ui *ui);
void yt_result_items_end(struct yt_ui *ui);
void yt_result_items_declare(struct yt_app *app, struct yt_ui *ui, uint64_t items);

void yt_result_item_action(struct yt_app *app, struct yt_ui_action action);

#endif
