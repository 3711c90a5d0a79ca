/* What to mind when getting in touch: others may listen at the phone, or read the letter first. */
#include "screens/frame.h"
#include "screens/steps.h"
#include "screens/words.h"

#include "base/attributes.h"

enum { ACT_PART = YT_ACT_OWN, ACT_MESSAGE, ACT_OFFICE, ACT_NEXT };

static void declare_parts(struct yt_app *app, struct yt_ui *ui)
{
    static const uint8_t parts[] = {YT_PART_MORNING, YT_PART_DAYTIME, YT_PART_EVENING};
    yt_ui_heading(ui,
                  &(struct yt_ui_heading){.text = yt_say(app, "contact.safe.parts"), .level = 2});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_GRID, .columns = 3, .cell_em = 9});
    for (size_t i = 0; i < YT_COUNT(parts); i++)
        yt_ui_answer(ui, &(struct yt_ui_answer){
                             .label = yt_say(app, yt_words_part((enum yt_part_of_day)parts[i])),
                             .several = true,
                             .chosen = (app->visit.contact.parts & parts[i]) != 0,
                             .action = {ACT_PART, parts[i]},
                         });
    yt_ui_end(ui);
}

/* Yes, no, or nothing said; touching the answer again takes it back. */
static void declare_yes_no(struct yt_app *app, struct yt_ui *ui, const char *question,
                           enum yt_yes_no chosen, uint16_t id)
{
    yt_ui_heading(ui, &(struct yt_ui_heading){.text = yt_say(app, question), .level = 2});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_GRID, .columns = 2, .cell_em = 7, .key = id});
    yt_ui_answer(ui, &(struct yt_ui_answer){.label = yt_say(app, "ui.yes"),
                                            .chosen = chosen == YT_YES,
                                            .action = {id, YT_YES}});
    yt_ui_answer(ui, &(struct yt_ui_answer){.label = yt_say(app, "ui.no"),
                                            .chosen = chosen == YT_NO,
                                            .action = {id, YT_NO}});
    yt_ui_end(ui);
}

static void contact_safe_declare(struct yt_app *app, struct yt_ui *ui)
{
    const struct yt_entry_contact *contact = &app->visit.contact;
    bool calls = contact->reach == YT_REACH_PHONE;

    yt_frame_begin(app, &(struct yt_frame){.title = yt_say(app, "contact.safe.title"),
                                           .lead = yt_say(app, "contact.safe.lead"),
                                           .centred = true});
    if (contact->reach != YT_REACH_LETTER)
        declare_parts(app, ui);
    if (calls)
        declare_yes_no(app, ui, "contact.safe.message", contact->message_ok, ACT_MESSAGE);
    declare_yes_no(app, ui, "contact.safe.office", contact->office_name_ok, ACT_OFFICE);
    yt_frame_end(app, &(struct yt_frame_ways){.back = true,
                                              .next = yt_say(app, "ui.next"),
                                              .next_action = {ACT_NEXT, 0}});
}

static void toggle(enum yt_yes_no *said, int32_t value)
{
    *said = (int32_t)*said == value ? YT_NOT_SAID : (enum yt_yes_no)value;
}

static void contact_safe_action(struct yt_app *app, struct yt_ui_action action)
{
    struct yt_entry_contact *contact = &app->visit.contact;
    switch (action.id) {
    case ACT_PART:
        contact->parts ^= (uint8_t)action.value;
        break;
    case ACT_MESSAGE:
        toggle(&contact->message_ok, action.value);
        break;
    case ACT_OFFICE:
        toggle(&contact->office_name_ok, action.value);
        break;
    case ACT_NEXT:
        yt_step_next(app, &yt_screen_contact_safe);
        break;
    default:
        break;
    }
}

const struct yt_screen_ops yt_screen_contact_safe = {
    .name = "contact-safe",
    .declare = contact_safe_declare,
    .action = contact_safe_action,
};
