#include "ui/edit/keyboard.h"

#include "base/message.h"
#include "base/str.h"
#include "ui/ui.h"

#include <string.h>

/* An action's value is the letter itself, or with this bit a tool: its board and its number. */
#define TOOL_BIT 0x1000000
#define TOOL_BOARD_SHIFT 8
#define TOOL_INDEX_MASK 0xFF

void yt_keyboard_begin(struct yt_keyboard *keyboard, enum yt_keyboard_use use, const char *language)
{
    *keyboard = (struct yt_keyboard){.board = YT_BOARD_PHONE};
    if (use == YT_KEYBOARD_WORDS)
        keyboard->board = yt_key_board_for(language, false);
}

static bool is_kana(enum yt_board board)
{
    return board == YT_BOARD_KANA || board == YT_BOARD_KANA_FIRST || board == YT_BOARD_KANA_LAST;
}

static void declare_letter(struct yt_ui *ui, const struct yt_keyboard *keyboard, uint32_t letter,
                           uint16_t id)
{
    char label[5] = {0};
    if (letter == 0x3000) {
        yt_ui_key_gap(ui, 1);
        return;
    }
    if (keyboard->other_case)
        letter = yt_key_other_case(letter);
    (void)yt_str_put(label, letter);
    yt_ui_key(ui, &(struct yt_ui_key){
                      .label = label,
                      .action = {id, (int32_t)letter},
                  });
}

static void declare_tool(struct yt_ui *ui, const struct yt_keyboard *keyboard,
                         const struct yt_key *key, size_t index, const char *language, uint16_t id)
{
    if (key->kind == YT_KEY_GAP) {
        yt_ui_key_gap(ui, key->span);
        return;
    }
    const char *label = key->name ? yt_message(language, key->name) : key->text;
    bool switches_case = key->kind == YT_KEY_OTHER_CASE;
    yt_ui_key(ui, &(struct yt_ui_key){
                      .label = label,
                      .icon = key->icon,
                      .span = key->span,
                      .chosen = switches_case && keyboard->other_case,
                      .repeat = key->kind == YT_KEY_BACKSPACE,
                      .action = {id, TOOL_BIT | (int32_t)keyboard->board << TOOL_BOARD_SHIFT |
                                         (int32_t)index},
                  });
}

/* Letters with the tools beside them, row by row. */
static void declare_beside(struct yt_ui *ui, const struct yt_keyboard *keyboard,
                           const struct yt_key_board *board, const char *language, uint16_t id)
{
    size_t tool = 0;
    for (size_t row = 0; row < board->rows; row++) {
        for (const char *at = board->letters[row]; *at;)
            declare_letter(ui, keyboard, yt_str_next(&at), id);
        int columns = 0;
        for (; tool < board->tool_count && columns < YT_KEY_TOOL_COLUMNS; tool++) {
            declare_tool(ui, keyboard, &board->tools[tool], tool, language, id);
            columns += board->tools[tool].span;
        }
        if (columns < YT_KEY_TOOL_COLUMNS)
            yt_ui_key_gap(ui, YT_KEY_TOOL_COLUMNS - columns);
    }
}

/* Letters with the tools below them, for panels that are too narrow for both. */
static void declare_below(struct yt_ui *ui, const struct yt_keyboard *keyboard,
                          const struct yt_key_board *board, const char *language, uint16_t id)
{
    for (size_t row = 0; row < board->compact_rows; row++) {
        for (const char *at = board->letters[row]; *at;)
            declare_letter(ui, keyboard, yt_str_next(&at), id);
    }
    int columns = 0;
    for (size_t tool = 0; tool < board->tool_count; tool++) {
        const struct yt_key *key = &board->tools[tool];
        if (key->kind == YT_KEY_GAP)
            continue;
        if (columns + key->span > board->letter_columns) {
            yt_ui_key_gap(ui, board->letter_columns - columns);
            columns = 0;
        }
        declare_tool(ui, keyboard, key, tool, language, id);
        columns += key->span;
    }
}

void yt_keyboard_declare(struct yt_ui *ui, const struct yt_keyboard *keyboard, const char *language,
                         uint16_t id)
{
    int fits = yt_ui_key_columns(ui);
    const struct yt_key_board *whole = yt_key_board(YT_BOARD_KANA);
    bool compact = fits < whole->letter_columns + YT_KEY_TOOL_COLUMNS;
    struct yt_keyboard shown = *keyboard;
    shown.board = yt_key_board_fit(keyboard->board, language, compact);
    const struct yt_key_board *board = yt_key_board(shown.board);
    int beside = board->letter_columns + YT_KEY_TOOL_COLUMNS;
    bool below = !is_kana(shown.board) && fits < beside;

    yt_ui_begin(ui, &(struct yt_ui_box){
                        .flow = YT_UI_KEYS,
                        .columns = below ? board->letter_columns : beside,
                        .key = (uint32_t)shown.board + 1,
                    });
    if (below)
        declare_below(ui, &shown, board, language, id);
    else
        declare_beside(ui, &shown, board, language, id);
    yt_ui_end(ui);
}

static bool use_tool(struct yt_keyboard *keyboard, struct yt_edit *edit, const struct yt_key *key)
{
    switch (key->kind) {
    case YT_KEY_TEXT:
        return yt_edit_insert(edit, key->text);
    case YT_KEY_MARK:
        return yt_edit_mark(edit, (enum yt_edit_mark)key->value);
    case YT_KEY_SMALL:
        return yt_edit_small(edit);
    case YT_KEY_BACKSPACE:
        return yt_edit_backspace(edit);
    case YT_KEY_LEFT:
        return yt_edit_left(edit);
    case YT_KEY_RIGHT:
        return yt_edit_right(edit);
    case YT_KEY_OTHER_CASE:
        keyboard->other_case = !keyboard->other_case;
        return false;
    case YT_KEY_BOARD:
        /* Katakana stays katakana from one half of the kana to the other, and no further. */
        if (!is_kana(keyboard->board) || !is_kana((enum yt_board)key->value))
            keyboard->other_case = false;
        keyboard->board = (enum yt_board)key->value;
        return false;
    case YT_KEY_GAP:
        break;
    }
    return false;
}

bool yt_keyboard_act(struct yt_keyboard *keyboard, struct yt_edit *edit, int32_t value)
{
    if (value & TOOL_BIT) {
        uint32_t board = ((uint32_t)value & ~(uint32_t)TOOL_BIT) >> TOOL_BOARD_SHIFT;
        uint32_t index = (uint32_t)value & TOOL_INDEX_MASK;
        if (board >= YT_BOARD_COUNT || index >= yt_key_board((enum yt_board)board)->tool_count)
            return false;
        return use_tool(keyboard, edit, &yt_key_board((enum yt_board)board)->tools[index]);
    }
    char letter[5] = {0};
    bool changed = yt_str_put(letter, (uint32_t)value) > 0 && yt_edit_insert(edit, letter);
    /* One capital and on with small letters, as on a telephone; katakana is written in words. */
    if (keyboard->other_case && !is_kana(keyboard->board))
        keyboard->other_case = false;
    return changed;
}

bool yt_keyboard_type(struct yt_edit *edit, const SDL_Event *event)
{
    if (event->type == SDL_TEXTINPUT && strcmp(event->text.text, " ") != 0)
        return yt_edit_insert(edit, event->text.text);
    if (event->type == SDL_KEYDOWN && event->key.keysym.sym == SDLK_BACKSPACE)
        return yt_edit_backspace(edit);
    return false;
}
