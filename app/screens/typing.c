#include "screens/typing.h"

#include "base/str.h"
#include "screens/frame.h"

#include <sodium.h>
#include <string.h>

void yt_typing_begin(struct yt_app *app, struct yt_typing *typing, enum yt_keyboard_use use,
                     size_t max, const char *text)
{
    yt_edit_init(&typing->edit, max, text);
    yt_keyboard_begin(&typing->keyboard, use, yt_app_language(app));
}

void yt_typing_declare(struct yt_app *app, const struct yt_typing *typing,
                       const struct yt_typing_page *page)
{
    const struct yt_edit *edit = &typing->edit;
    struct yt_ui *ui = app->ui;
    char left[64];
    int rest = (int)(edit->max - yt_edit_length(edit));

    yt_frame_begin(app, &(struct yt_frame){.title = page->title, .lead = page->lead});
    yt_ui_field(ui, &(struct yt_ui_field){
                        .label = yt_say(app, "key.field"),
                        .value = edit->text,
                        .caret = (int)edit->caret,
                        .active = true,
                        .lines = page->lines,
                        .count = page->counted
                                     ? yt_say_count(app, "words.left", "n", rest, left, sizeof left)
                                     : NULL,
                    });
    yt_keyboard_declare(ui, &typing->keyboard, yt_app_language(app), YT_TYPING_KEY);
    yt_frame_end(app, &(struct yt_frame_ways){.back = true,
                                              .next = yt_say(app, "ui.next"),
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
    sodium_memzero(to, capacity);
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
