/* The keyboard on the screen: shows a board of keys.h and turns its keys into edits. There is no
 * input method on the bare box, and none is needed: names and a line of words are written in kana,
 * in Latin letters with their marks, or in digits.
 *
 * A screen keeps a `struct yt_keyboard` and a `struct yt_edit` in its state:
 *
 *     enter:    yt_keyboard_begin(&state->keyboard, YT_KEYBOARD_WORDS, language);
 *     declare:  yt_keyboard_declare(ui, &state->keyboard, language, ACTION_KEY);
 *     action:   case ACTION_KEY: yt_keyboard_act(&state->keyboard, &state->edit, action.value);
 *
 * UI thread only. */
#ifndef YT_UI_EDIT_KEYBOARD_H
#define YT_UI_EDIT_KEYBOARD_H

#include "ui/edit/edit.h"
#include "ui/edit/keys.h"
#include "ui/tree.h"

#include <SDL.h>
#include <stdbool.h>

enum yt_keyboard_use {
    YT_KEYBOARD_WORDS, /* letters; the board that the language expects comes first */
    YT_KEYBOARD_PHONE, /* the digits of a telephone and nothing else */
};

struct yt_keyboard {
    enum yt_board board; /* as asked for; a small panel shows it in halves */
    bool other_case;     /* katakana or capital letters */
};

void yt_keyboard_begin(struct yt_keyboard *keyboard, enum yt_keyboard_use use,
                       const char *language);

/* Declares the keys into the current frame. Each carries the action `id` with a value of its own.
 * Where the whole 五十音 does not fit the panel it comes in two halves. */
void yt_keyboard_declare(struct yt_ui *ui, const struct yt_keyboard *keyboard, const char *language,
                         uint16_t id);

/* A key was used. True when the text or the caret changed. */
bool yt_keyboard_act(struct yt_keyboard *keyboard, struct yt_edit *edit, int32_t value);

/* The same for a keyboard that is plugged in: letters and backspace. Space, Enter and the arrows
 * are left to the focus, since switches for people who cannot touch send just these. True when the
 * event was used. */
bool yt_keyboard_type(struct yt_edit *edit, const SDL_Event *event);

#endif
