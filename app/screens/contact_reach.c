/* How the desk may get in touch. "I will come again" is as good as any. */
#include "screens/frame.h"
#include "screens/steps.h"
#include "screens/words.h"

#include "base/attributes.h"

#include <sodium.h>

enum { ACT_REACH = YT_ACT_OWN, ACT_NEXT, ACT_SKIP };

static void contact_reach_declare(struct yt_app *app, struct yt_ui *ui)
{
    static const enum yt_reach order[] = {YT_REACH_COME_AGAIN, YT_REACH_PHONE, YT_REACH_MESSAGE,
                                          YT_REACH_LETTER, YT_REACH_THROUGH};
    enum yt_reach chosen = app->visit.contact.reach;

    yt_frame_begin(app, &(struct yt_frame){.title = yt_say(app, "contact.reach.title"),
                                           .lead = yt_say(app, "contact.reach.lead"),
                                           .centred = true,
                                           .number_keys = true});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_GRID, .columns = 2, .cell_em = 12});
    for (size_t i = 0; i < YT_COUNT(order); i++)
        yt_ui_answer(ui, &(struct yt_ui_answer){
                             .label = yt_say(app, yt_words_reach(order[i])),
                             .chosen = chosen == order[i],
                             .action = {ACT_REACH, (int32_t)order[i]},
                         });
    yt_ui_end(ui);
    yt_frame_end(app,
                 &(struct yt_frame_ways){.back = true,
                                         .skip = chosen ? NULL : yt_say(app, "contact.reach.skip"),
                                         .skip_action = {ACT_SKIP, 0},
                                         .next = chosen ? yt_say(app, "ui.next") : NULL,
                                         .next_action = {ACT_NEXT, 0}});
}

static void contact_reach_action(struct yt_app *app, struct yt_ui_action action)
{
    struct yt_entry_contact *contact = &app->visit.contact;
    if (action.id == ACT_NEXT || action.id == ACT_SKIP) {
        yt_step_next(app, &yt_screen_contact_reach);
    } else if (action.id == ACT_REACH && contact->reach != (enum yt_reach)action.value) {
        /* A phone number is no address. */
        bool still_fits =
            (contact->reach == YT_REACH_PHONE || contact->reach == YT_REACH_MESSAGE) &&
            (action.value == YT_REACH_PHONE || action.value == YT_REACH_MESSAGE);
        if (!still_fits)
            sodium_memzero(contact->number, sizeof(contact->number));
        contact->reach = (enum yt_reach)action.value;
    }
}

const struct yt_screen_ops yt_screen_contact_reach = {
    .name = "contact-reach",
    .declare = contact_reach_declare,
    .action = contact_reach_action,
};
