#include "screens/typing.h"

#include "base/str.h"
#include "screens/frame.h"

#include <sodium.h>
#include <string.h>

#define TAIL_MARGIN_EMS 3 /* border of the field and its blanks */
#define FIELD_LETTER_EMS 1.1F
#define NARROW_LETTER_EMS 0.75F
#define FIRST_WIDE_LETTER 0x2000
#define FEW_LEFT 15

void yt_typing_begin(struct yt_app *app, struct yt_typing *typing, enum yt_keyboard_use use,
                     size_t max, const char *text)
{
    yt_edit_init(&typing->edit, max, text);
    yt_keyboard_begin(&typing->keyboard, use, yt_app_language(app));
}

/* On a low panel the keys are worth more than a heading; what it asks stands at the field. */
static bool is_low(const struct yt_ui *ui)
{
    return yt_ui_low(ui);
}

/* What a letter takes at most: one of ours is as wide as it is high, the others are narrower. */
static float letter_ems(uint32_t letter)
{
    return letter < FIRST_WIDE_LETTER ? NARROW_LETTER_EMS : 1;
}

/* Where the value begins that is shown on a low panel: what fits one line before the caret. */
static size_t tail_of(const struct yt_ui *ui, const struct yt_edit *edit)
{
    float room = (yt_ui_content_ems(ui) - TAIL_MARGIN_EMS) / FIELD_LETTER_EMS;
    float width = 0;
    const char *at = edit->text;
    for (const char *next = at; *next;)
        width += letter_ems(yt_str_next(&next));
    while (width > room && (size_t)(at - edit->text) < edit->caret)
        width -= letter_ems(yt_str_next(&at));
    return (size_t)(at - edit->text);
}

/* How many characters are left; on a low panel only when it matters. */
static const char *left_of(struct yt_app *app, const struct yt_edit *edit, bool low, char *buffer,
                           size_t capacity)
{
    size_t rest = edit->max - yt_edit_length(edit);
    if (low && rest > FEW_LEFT)
        return NULL;
    return yt_say_count(app, "words.left", "n", (int)rest, buffer, capacity);
}

void yt_typing_declare(struct yt_app *app, const struct yt_typing *typing,
                       const struct yt_typing_page *page)
{
    const struct yt_edit *edit = &typing->edit;
    struct yt_ui *ui = app->ui;
    bool low = is_low(ui);
    size_t from = low ? tail_of(ui, edit) : 0;
    char left[64];

    yt_frame_begin(app, &(struct yt_frame){.title = low ? NULL : page->title,
                                           .lead = low ? NULL : page->lead,
                                           .tray = page->tray});
    yt_ui_field(ui, &(struct yt_ui_field){
                        .label = low ? page->title : NULL,
                        .name = page->title,
                        .value = edit->text + from,
                        .ghost = low ? page->lead : NULL,
                        .caret = (int)(edit->caret - from),
                        .active = true,
                        .lines = low ? 1 : page->lines,
                        .hint = page->told,
                        .count = page->counted ? left_of(app, edit, low, left, sizeof(left)) : NULL,
                    });
    yt_keyboard_declare(ui, &typing->keyboard, yt_app_language(app), YT_TYPING_KEY);
    yt_frame_end(app,
                 &(struct yt_frame_ways){.back = true,
                                         .next = page->next ? page->next : yt_say(app, "ui.next"),
                                         .next_action = {YT_TYPING_NEXT, 0}});
}

bool yt_typing_action(struct yt_typing *typing, struct yt_ui_action action)
{
    if (action.id != YT_TYPING_KEY)
        return false;
    (void)yt_keyboard_act(&typing->keyboard, &typing->edit, action.value);
    return true;
}

/* The blank of the kana board is as wide as a letter. */
static size_t blank(const char *text)
{
    if (*text == ' ')
        return 1;
    return strncmp(text, "　", strlen("　")) == 0 ? strlen("　") : 0;
}

void yt_typing_take(const struct yt_typing *typing, char *to, size_t capacity)
{
    const char *from = typing->edit.text;
    size_t used = 0;
    size_t step;

    while ((step = blank(from)) > 0)
        from += step;
    (void)yt_str_copy(to, capacity, from);
    for (const char *at = to; *at;) {
        step = blank(at);
        if (step == 0) {
            (void)yt_str_next(&at);
            used = (size_t)(at - to);
        } else {
            at += step;
        }
    }
    sodium_memzero(to + used, capacity - used);
}
