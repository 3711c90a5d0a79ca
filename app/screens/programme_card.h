/* One date of a programme as a card of a list: when, where, and what awaits those who come. */
#ifndef YT_SCREENS_PROGRAMME_CARD_H
#define YT_SCREENS_PROGRAMME_CARD_H

#include "domain/programme.h"
#include "screens/nav.h"

/* `occurrence` is of the offers of now. Cards beside each other differ in the action's value. */
void yt_programme_card_declare(struct yt_app *app, struct yt_ui *ui,
                               const struct yt_occurrence *occurrence, struct yt_ui_action action);

#endif
