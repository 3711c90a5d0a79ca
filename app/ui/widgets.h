/* What a screen is made of. Each call declares one thing into the current frame, between
 * yt_ui_frame_begin and yt_ui_frame_end, in reading order.
 *
 * All structs are read during the call only and all strings are copied, so locals will do. A
 * field left out is 0 or NULL and means the usual. Texts are markup with ruby (base/ruby.h) in
 * the ui's language unless `language` says otherwise; the toolkit knows no sentence of its own
 * but those in yt_ui_words. Icons and pictures are names of files in assets/icons ("bell").
 *
 * Nothing is placed by pixels. Where something does not fit, rows stack, grids lose columns and
 * pages scroll; a screen need not care. */
#ifndef YT_UI_WIDGETS_H
#define YT_UI_WIDGETS_H

#include "ui/tree.h"

#include <stdbool.h>
#include <stdint.h>

/* ---- Boxes ---- */

enum yt_ui_flow {
    YT_UI_COLUMN = 0, /* below each other */
    YT_UI_ROW,        /* beside each other; below each other when they do not fit */
    YT_UI_WRAP,       /* beside each other, going on in the next line (chips) */
    YT_UI_GRID,       /* cells of one size, as many columns as fit up to `columns` */
    YT_UI_CARDS,      /* as GRID, with headings in between: all cards on the page are of one size.
                         A card is touched itself or is the first of a group */
    YT_UI_KEYS,       /* exactly `columns` cells in a row, spans allowed: keyboards, date strips */
    YT_UI_SPLIT,      /* two children: side by side on a wide screen, else below each other */
    YT_UI_OVERLAY,    /* on top of each other, each as large as the box */
};

enum yt_ui_space {
    YT_UI_SPACE_USUAL = 0, /* between: 3 mm; inside: none, or what the surface asks for */
    YT_UI_SPACE_NONE,
    YT_UI_SPACE_TIGHT,   /* 1.5 mm: lines that belong together; not between targets */
    YT_UI_SPACE_NORMAL,  /* 3 mm */
    YT_UI_SPACE_WIDE,    /* 5 mm */
    YT_UI_SPACE_SECTION, /* 8 mm */
};

enum yt_ui_align { YT_UI_START = 0, YT_UI_CENTRE, YT_UI_END };

enum yt_ui_surface {
    YT_UI_BARE = 0,
    YT_UI_CARD, /* a sheet of its own; without the shadow that only what can be touched has */
    YT_UI_SUNK, /* a quiet tinted area */
};

struct yt_ui_box {
    enum yt_ui_flow flow;
    int columns;              /* GRID, CARDS: at most (0: 2); KEYS: exactly */
    float cell_em;            /* GRID, CARDS: least width of a cell in ems (0: 14) */
    enum yt_ui_space between; /* between children */
    enum yt_ui_space inside;  /* from the border to the children */
    enum yt_ui_align align;   /* children across the flow; START also stretches them to the width */
    enum yt_ui_align along;   /* children along the flow where room is left */
    enum yt_ui_surface surface;
    bool grow;         /* takes the room that is left (along the parent's flow) */
    float max_em;      /* no wider than this many ems (0: no limit) */
    const char *label; /* names the group for speech; may be NULL */
    uint32_t key;      /* tells boxes apart whose place changes, such as rows of a list; or 0 */
};

/* `box` may be NULL: a column. Every begin has its end. */
void yt_ui_begin(struct yt_ui *ui, const struct yt_ui_box *box);
void yt_ui_end(struct yt_ui *ui);

/* ---- Long lists ---- */

/* Thousands of cards of one size below each other, of which only those in sight and some around
 * them are declared. One to a page, among the other things of its content, outside of other boxes:
 *
 *     span = yt_ui_rows_begin(ui, &(struct yt_ui_rows){.count = found, .columns = 2, .key = hash});
 *     for (size_t i = span.first; i < span.first + span.count; i++)
 *         yt_ui_card(ui, ...);   -- exactly one node each; `waiting` where the text is not there
 * yet yt_ui_rows_end(ui);
 *
 * All are declared when there are few, so that whoever searches by label finds each. When the
 * person scrolls out of what was declared, yt_ui_rows_moved tells so, and the screen declares anew.
 * A list keeps its place by row, whatever happens to the heights; another key begins at its first
 * row, though never scrolled further than to the list's own top. */
struct yt_ui_rows {
    size_t count;
    int columns;   /* at most (0: 1) */
    float cell_em; /* least width of a cell in ems (0: 14) */
    uint32_t key;  /* tells lists apart: another choice or order is another list */
};

/* What to declare now: rows `first` to `first + count`, counted from 0. */
struct yt_ui_rows_span {
    size_t first, count;
};

struct yt_ui_rows_span yt_ui_rows_begin(struct yt_ui *ui, const struct yt_ui_rows *rows);
void yt_ui_rows_end(struct yt_ui *ui);
/* True when other rows are to be declared than were. False again with the next frame. */
bool yt_ui_rows_moved(const struct yt_ui *ui);

/* ---- The page ---- */

/* A page is a top bar, content that scrolls when it must, and a bottom bar, in this order; bars
 * are optional. On low screens the bars scroll with the content. */
struct yt_ui_page {
    const char *name;          /* "home", "check-money": for scripts and tests */
    uint32_t key;              /* another key is another screen: scrolled to the top, focus at its
                                  start, an early second tap dropped. 0: made from the name */
    struct yt_ui_action back;  /* Escape, the remote's back key */
    bool number_keys;          /* 1 to 9 choose the n-th answer, card or day; not with fields */
    bool plain;                /* nothing but the content, edge to edge (hide screen) */
    struct yt_ui_action whole; /* a touch anywhere on the page that nothing else takes */
};
void yt_ui_page_begin(struct yt_ui *ui, const struct yt_ui_page *page);
void yt_ui_page_end(struct yt_ui *ui);

void yt_ui_top_begin(struct yt_ui *ui);
void yt_ui_top_end(struct yt_ui *ui);

struct yt_ui_content {
    float max_em;             /* column width in ems (0: 44); more room goes to the sides */
    bool centred;             /* in the middle when there is room above and below */
    enum yt_ui_space between; /* USUAL: 5 mm */
};
/* `content` may be NULL. */
void yt_ui_content_begin(struct yt_ui *ui, const struct yt_ui_content *content);
void yt_ui_content_end(struct yt_ui *ui);

/* The first button stands at the left edge ("back"), the others at the right, the PRIMARY one last;
 * a single one in the middle. When they do not fit they are stacked, the last one on top. */
void yt_ui_bottom_begin(struct yt_ui *ui);
void yt_ui_bottom_end(struct yt_ui *ui);

/* A tool of the top bar: icon and label where all tools fit so, otherwise the icon alone. The
 * first group stands at the left; `yt_ui_spacer` sends what follows to the right. Elsewhere it is
 * the smallest of buttons, icon and label beside each other. */
struct yt_ui_tool {
    const char *label;
    const char *icon;
    struct yt_ui_action action;
    bool danger; /* stop and erase */
    bool chosen; /* is switched on */
    bool disabled;
    const char *language;
};
void yt_ui_tool(struct yt_ui *ui, const struct yt_ui_tool *tool);

/* A question in front of the page, which cannot be touched meanwhile. Declared after
 * yt_ui_page_end. Begin, then children (texts, fields, a row of buttons), then end. */
struct yt_ui_dialog {
    const char *name; /* as of a page */
    const char *icon; /* large, above the title; may be NULL */
    const char *title;
    const char *text; /* may be NULL */
    bool danger;      /* icon in the colour of danger */
    struct yt_ui_action back;
};
void yt_ui_dialog_begin(struct yt_ui *ui, const struct yt_ui_dialog *dialog);
void yt_ui_dialog_end(struct yt_ui *ui);

/* ---- Texts and pictures ---- */

enum yt_ui_type {
    YT_UI_BODY = 0,
    YT_UI_SMALL,  /* help lines; 0.8 em */
    YT_UI_STRONG, /* body in bold */
    YT_UI_LARGE,  /* a sentence that carries the screen; 1.25 em */
    YT_UI_HUGE,   /* a number to be read from afar; 2.2 em */
};

struct yt_ui_text {
    const char *text;
    enum yt_ui_type type;
    enum yt_ui_align align;
    bool soft;            /* in the quieter ink */
    bool danger;          /* in the colour of danger */
    const char *icon;     /* before the text; may be NULL */
    const char *language; /* when not the ui's */
};
void yt_ui_text(struct yt_ui *ui, const struct yt_ui_text *text);
/* The same for plain cases. */
void yt_ui_say(struct yt_ui *ui, const char *text);

struct yt_ui_heading {
    const char *text;
    int level; /* 1: title of the screen (usual), 2: of a part, 0: as 1 */
    enum yt_ui_align align;
    const char *icon;
    const char *language;
};
void yt_ui_heading(struct yt_ui *ui, const struct yt_ui_heading *heading);

struct yt_ui_icon {
    const char *name;
    const char *label; /* NULL: a decoration, not spoken */
    float size_mm;     /* 0: 10 mm */
    bool accent, danger;
};
void yt_ui_icon(struct yt_ui *ui, const struct yt_ui_icon *icon);

/* A picture in its own colours, as large as fits, its shape kept. */
struct yt_ui_picture {
    const char *name;
    const char *label;
    float height_mm; /* most; 0: no such limit */
    float share;     /* most share of the window's height, 0 to 1; 0: 0.4 */
    bool cover;      /* fills its place and is cut at the edges (hide screen) */
};
void yt_ui_picture(struct yt_ui *ui, const struct yt_ui_picture *picture);

/* The modules of a QR code, row by row, non-zero is dark. Always dark on white with a quiet zone
 * of 4 modules, in whole pixels a module, as large as fits up to `size_mm` with the zone. */
struct yt_ui_code {
    const uint8_t *modules; /* side * side, copied */
    int side;
    const char *label;
    float size_mm; /* 0: 60 mm */
};
void yt_ui_code(struct yt_ui *ui, const struct yt_ui_code *code);

/* Room that grows; pushes what follows to the end of a row or column. */
void yt_ui_spacer(struct yt_ui *ui);
void yt_ui_gap(struct yt_ui *ui, enum yt_ui_space space);
void yt_ui_divider(struct yt_ui *ui);

/* ---- Things to touch ---- */

enum yt_ui_kind {
    YT_UI_SECONDARY = 0, /* bordered */
    YT_UI_PRIMARY,       /* the one way on: filled with the accent. One a screen */
    YT_UI_QUIET,         /* no border until pressed: back, skip */
    YT_UI_DANGER,        /* filled with the colour of danger */
};

struct yt_ui_button {
    const char *label;
    enum yt_ui_kind kind;
    const char *icon; /* before the label; may be NULL */
    bool icon_after;  /* ... or after it ("next") */
    struct yt_ui_action action;
    bool disabled;
    bool busy;  /* a turning mark in place of the icon; cannot be pressed */
    bool large; /* taller, larger letters: the start button */
    bool grow;  /* takes the room that is left in a row */
    const char *language;
    uint32_t key;
};
void yt_ui_button(struct yt_ui *ui, const struct yt_ui_button *button);

/* An answer to a question. The mark (empty or filled, round or square) shows what is chosen. */
struct yt_ui_answer {
    const char *label;
    const char *text;    /* second line; may be NULL */
    const char *icon;    /* small, before the label; may be NULL */
    const char *picture; /* large, above the label (weather); may be NULL */
    bool several;        /* square mark: others may be chosen too */
    bool chosen;
    bool disabled;
    struct yt_ui_action action;
    const char *language;
    uint32_t key;
};
void yt_ui_answer(struct yt_ui *ui, const struct yt_ui_answer *answer);

#define YT_UI_FACTS_MAX 6

/* An entry of a menu, a place, a listing: icon, title, text, and what was said about it. */
struct yt_ui_card {
    const char *title;
    const char *text; /* may be NULL */
    const char *icon; /* may be NULL */
    /* Short, each a small label, in as many lines as they need: 「週2日から」「歩いて6分」 */
    const char *facts[YT_UI_FACTS_MAX];
    const char *fact_icons[YT_UI_FACTS_MAX]; /* before each; NULL: none */
    size_t fact_count;
    const char *note; /* a small label with an outline, such as 「関係がありそう」; may be NULL */
    const char *tag; /* a second one, filled, with a check mark: 「相談したい」; may be NULL */
    bool chosen;
    bool disabled;
    bool way_on; /* a mark at the right that says "opens" */
    bool large;  /* for the two or three ways on the home screen */
    bool marked; /* a star in the corner: was put aside to come back to */
    /* In a list whose texts are still being fetched: grey bars, as large as its neighbours. What
       else is given is left out, but for key, action, language and `title`, which is spoken. */
    bool waiting;
    struct yt_ui_action action;
    const char *language;
    uint32_t key;
};
void yt_ui_card(struct yt_ui *ui, const struct yt_ui_card *card);

struct yt_ui_chip {
    const char *label;
    const char *icon;
    const char *count; /* 「12」, small, beside the label and spoken after it; may be NULL */
    bool chosen;
    bool disabled;
    struct yt_ui_action action;
    const char *language;
    uint32_t key;
};
void yt_ui_chip(struct yt_ui *ui, const struct yt_ui_chip *chip);

/* A day of a date strip or a time of a list of slots; in a KEYS or GRID box. */
struct yt_ui_day {
    const char *above; /* 「火」; may be NULL */
    const char *label; /* 「24」, "10:30"; large */
    const char *below; /* 「空きあり」, 「休み」; may be NULL */
    const char *name;  /* what is spoken and searched for; NULL: label */
    bool chosen;
    bool disabled; /* closed or full: shown with a line through, so not by colour alone */
    struct yt_ui_action action;
    uint32_t key;
};
void yt_ui_day(struct yt_ui *ui, const struct yt_ui_day *day);

/* A key of an on-screen keyboard, in a KEYS box. */
struct yt_ui_key {
    const char *label; /* 「あ」; also what is spoken when `icon` is drawn instead */
    const char *icon;  /* "backspace", "space", "shift"; may be NULL */
    const char *hint;  /* small, below: further letters of the key; may be NULL */
    int span;          /* columns (0: 1) */
    enum yt_ui_kind kind;
    bool chosen; /* shift is down */
    bool disabled;
    bool repeat; /* held down it acts again and again (backspace) */
    struct yt_ui_action action;
    const char *language;
};
void yt_ui_key(struct yt_ui *ui, const struct yt_ui_key *key);
/* An empty place of `span` columns in a KEYS box. */
void yt_ui_key_gap(struct yt_ui *ui, int span);
/* How many columns of usual keys fit beside each other in the content (at least 4). */
int yt_ui_key_columns(const struct yt_ui *ui);

/* Shows what is being typed. Knows nothing of editing (see edit/edit.h). */
struct yt_ui_field {
    const char *label; /* above; may be NULL when the heading says it */
    const char *name;  /* how it is called where no label is shown; may be NULL */
    const char *hint;  /* below the label; may be NULL */
    const char *value; /* NULL or "" when empty. May hold newlines when `lines` > 1 */
    const char *ghost; /* shown softly while the value is empty; may be NULL */
    const char *fault; /* what is wrong and how to put it right; may be NULL */
    const char *count; /* 「12/60」 at the right below; may be NULL */
    int caret;         /* byte of the value before which the caret stands; -1: none */
    int marked_from;   /* bytes of the value that are underlined, still to be decided ... */
    int marked_to;     /* ... up to here; both 0: none */
    int lines;         /* height in lines (0: 1) */
    bool active;       /* is being typed into: strong border */
    struct yt_ui_action action; /* touching it; may be none */
    const char *language;
    uint32_t key;
};
void yt_ui_field(struct yt_ui *ui, const struct yt_ui_field *field);

/* One line of a review: what, the answer, and a button to change it. */
struct yt_ui_summary {
    const char *label;
    const char *value;
    const char *change; /* label of the button, NULL: none. Its name is "change: label" */
    struct yt_ui_action action;
    const char *language;
    uint32_t key;
};
void yt_ui_summary(struct yt_ui *ui, const struct yt_ui_summary *summary);

/* ---- Telling what goes on ---- */

struct yt_ui_progress {
    int done, of;      /* filled steps and all; a bar */
    const char *label; /* 「あと 5 問」; may be NULL */
};
void yt_ui_progress(struct yt_ui *ui, const struct yt_ui_progress *progress);

/* Turns while the frame shows it. */
struct yt_ui_spinner {
    const char *label; /* below it; may be NULL */
    float size_mm;     /* 0: 20 mm */
};
void yt_ui_spinner(struct yt_ui *ui, const struct yt_ui_spinner *spinner);

/* A ring that empties, with the seconds in it. The screen itself acts at the end. */
struct yt_ui_countdown {
    int64_t ends_ms; /* of the clock's mono_ms */
    int64_t whole_ms;
    const char *label;
};
void yt_ui_countdown(struct yt_ui *ui, const struct yt_ui_countdown *countdown);

enum yt_ui_tone { YT_UI_INFO = 0, YT_UI_SUCCESS, YT_UI_WARNING, YT_UI_ALERT };

/* A message in the page, with mark and stripe. Alerts are spoken at once. */
struct yt_ui_banner {
    enum yt_ui_tone tone;
    const char *title; /* bold; may be NULL */
    const char *text;  /* may be NULL */
    const char *icon;  /* NULL: the tone's own */
    const char *language;
};
void yt_ui_banner(struct yt_ui *ui, const struct yt_ui_banner *banner);

#endif
