#include "ui/edit/keyboard.h"

#include "base/message.h"
#include "base/str.h"
#include "ui/ui.h"

#include <string.h>

/* An action's value is the letter itself, or with this bit a tool: its board and its number. */
#define TOOL_BIT 0x1000000
#define TOOL_BOARD_SHIFT 8
#define TOOL_INDEX_MASK 0xFF

/* A pad of three columns is not stretched over the whole page. */
#define PAD_EMS 16.0F

void yt_keyboard_begin(struct yt_keyboard *keyboard, enum yt_keyboard_use use, const char *language)
{
    *keyboard = (struct yt_keyboard){.board = YT_BOARD_PHONE};
    if (use == YT_KEYBOARD_WORDS)
        keyboard->board = yt_key_board_for(language, YT_BOARD_WIDE);
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

/* Where the next key goes: keys are placed one after the other, row by row. */
struct place {
    int columns; /* of the whole board */
    int column;
};

static void fill_row(struct yt_ui *ui, struct place *place)
{
    if (place->column > 0)
        yt_ui_key_gap(ui, place->columns - place->column);
    place->column = 0;
}

static void advance(struct place *place, int span)
{
    place->column = (place->column + span) % place->columns;
}

/* The tools from `first` on, `columns` of them side by side at most; returns the next. */
static size_t declare_tools(struct yt_ui *ui, const struct yt_keyboard *keyboard, size_t first,
                            int columns, const char *language, uint16_t id)
{
    const struct yt_key_board *board = yt_key_board(keyboard->board);
    int used = 0;
    size_t tool = first;
    for (; tool < board->tool_count && used + board->tools[tool].span <= columns; tool++) {
        declare_tool(ui, keyboard, &board->tools[tool], tool, language, id);
        used += board->tools[tool].span;
    }
    if (used < columns)
        yt_ui_key_gap(ui, columns - used);
    return tool;
}

/* Letters with tools beside them; what is left of the tools below. */
static size_t declare_beside(struct yt_ui *ui, const struct yt_keyboard *keyboard,
                             const char *language, uint16_t id)
{
    const struct yt_key_board *board = yt_key_board(keyboard->board);
    size_t tool = 0;
    for (size_t row = 0; row < board->rows; row++) {
        for (const char *at = board->letters[row]; *at;)
            declare_letter(ui, keyboard, yt_str_next(&at), id);
        tool = declare_tools(ui, keyboard, tool, board->tool_columns, language, id);
    }
    return tool;
}

/* The board in `columns` columns, whatever the table has. */
static void declare_in(struct yt_ui *ui, const struct yt_keyboard *keyboard, int columns,
                       const char *language, uint16_t id)
{
    const struct yt_key_board *board = yt_key_board(keyboard->board);
    struct place place = {.columns = columns};
    size_t tool = 0;
    if (board->letter_columns + board->tool_columns == columns && board->tool_columns > 0) {
        tool = declare_beside(ui, keyboard, language, id);
    } else {
        for (size_t row = 0; row < board->rows; row++) {
            for (const char *at = board->letters[row]; *at; advance(&place, 1))
                declare_letter(ui, keyboard, yt_str_next(&at), id);
        }
    }
    for (; tool < board->tool_count; tool++) {
        const struct yt_key *key = &board->tools[tool];
        if (place.column + key->span > columns)
            fill_row(ui, &place);
        declare_tool(ui, keyboard, key, tool, language, id);
        advance(&place, key->span);
    }
    fill_row(ui, &place);
}

void yt_keyboard_declare(struct yt_ui *ui, const struct yt_keyboard *keyboard, const char *language,
                         uint16_t id)
{
    int fits = yt_ui_key_columns(ui);
    enum yt_board_size size = fits >= YT_BOARD_WIDE_COLUMNS   ? YT_BOARD_WIDE
                              : fits >= YT_BOARD_HALF_COLUMNS ? YT_BOARD_HALF
                                                              : YT_BOARD_SMALL;
    struct yt_keyboard shown = *keyboard;
    shown.board = yt_key_board_fit(keyboard->board, language, size);
    const struct yt_key_board *board = yt_key_board(shown.board);
    int beside = board->letter_columns + board->tool_columns;
    int columns = beside;
    if (size == YT_BOARD_HALF && beside > YT_BOARD_HALF_COLUMNS)
        columns = YT_BOARD_HALF_COLUMNS;
    if (size == YT_BOARD_SMALL && beside > YT_BOARD_SMALL_COLUMNS)
        columns = YT_BOARD_SMALL_COLUMNS;

    yt_ui_begin(ui, &(struct yt_ui_box){
                        .flow = YT_UI_KEYS,
                        .columns = columns,
                        .between = yt_ui_low(ui) ? YT_UI_SPACE_TIGHT : YT_UI_SPACE_USUAL,
                        .max_em = shown.board == YT_BOARD_PHONE ? PAD_EMS : 0,
                        .key = (uint32_t)shown.board + 1,
                    });
    declare_in(ui, &shown, columns, language, id);
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
        if (!yt_key_board_is_kana(keyboard->board) ||
            !yt_key_board_is_kana((enum yt_board)key->value))
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
    if (keyboard->other_case && !yt_key_board_is_kana(keyboard->board))
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
