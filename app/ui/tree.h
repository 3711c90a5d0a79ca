/* What is on the screen, as data: one tree that is drawn, walked by the focus keys, spoken, and
 * used by whoever taps by name. */
#ifndef YT_UI_TREE_H
#define YT_UI_TREE_H

#include <SDL.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct yt_ui;

/* What a touch or key means. The toolkit hands it back untouched; the screen switches on `id`.
 * id 0 is no action. */
struct yt_ui_action {
    uint16_t id;
    int32_t value;
};

enum yt_ui_role {
    YT_UI_ANY = 0, /* for searching */
    YT_UI_PAGE,
    YT_UI_BAR,
    YT_UI_SCROLL_AREA,
    YT_UI_GROUP, /* a box; has a label only where it was given one */
    YT_UI_DIALOG_ROLE,
    YT_UI_TEXT_ROLE,
    YT_UI_HEADING_ROLE,
    YT_UI_BUTTON_ROLE, /* also tool, card, chip, day, key */
    YT_UI_RADIO_ROLE,  /* an answer of which one may be chosen */
    YT_UI_CHECK_ROLE,  /* an answer of which several may be chosen */
    YT_UI_FIELD_ROLE,
    YT_UI_PICTURE_ROLE,
    YT_UI_PROGRESS_ROLE,
    YT_UI_ALERT_ROLE,
    YT_UI_CODE_ROLE, /* a QR code */
    YT_UI_DIVIDER_ROLE,
};

/* Bits of `yt_ui_node.state`. */
enum yt_ui_state {
    YT_UI_DISABLED = 1,
    YT_UI_CHOSEN = 2,
    YT_UI_BUSY = 4,
    YT_UI_FOCUSED = 8,
    YT_UI_PRESSED = 16,
    YT_UI_HIDDEN = 32, /* scrolled out of sight, or behind a dialog: cannot be touched now */
};

/* One node, copied out. The strings live until the next yt_ui_frame_begin. */
struct yt_ui_node {
    uint64_t id; /* stays the same while the screen declares the same thing in the same place */
    enum yt_ui_role role;
    const char *label;  /* plain text without ruby; "" where there is none */
    const char *speech; /* the same by its readings (ruby), for speaking */
    const char *value;  /* a field's content, "3/13", a countdown's seconds; "" else */
    unsigned state;     /* yt_ui_state */
    SDL_Rect rect;      /* in pixels of the window, as it is scrolled now */
    SDL_Rect visible;   /* the part of it that is not scrolled out of sight; empty when all is */
    struct yt_ui_action action;
    int depth;
    uint32_t row; /* 1 + its place in a list of rows; 0: it is in none */
};

/* The first node whose label is `label` exactly, else the only one whose label begins with it.
 * A node that can be touched goes before one that cannot, a visible one before a hidden one.
 * False when there is none, or when a beginning fits several. `role` may be YT_UI_ANY. */
bool yt_ui_find(const struct yt_ui *ui, const char *label, enum yt_ui_role role,
                struct yt_ui_node *found);
/* The node that carries this action. */
bool yt_ui_find_action(const struct yt_ui *ui, struct yt_ui_action action,
                       struct yt_ui_node *found);

/* Visits every node in reading order (parents first). The visitor returns false to stop. */
typedef bool (*yt_ui_visitor)(const struct yt_ui_node *node, void *context);
void yt_ui_each(const struct yt_ui *ui, yt_ui_visitor visitor, void *context);

/* The node the keys stand on; false when none has the focus. */
bool yt_ui_focus(const struct yt_ui *ui, struct yt_ui_node *found);

/* Scrolls at once so that the node can be seen and touched. False when there is no such id. */
bool yt_ui_reveal(struct yt_ui *ui, uint64_t id);

/* The name the page was declared with, or the dialog's when one is open: "home". */
const char *yt_ui_screen_name(const struct yt_ui *ui);

enum yt_ui_fault {
    YT_UI_FAULT_CLIPPED, /* the text is larger than its box, or a word is broken inside */
    YT_UI_FAULT_OUTSIDE, /* the node leaves the window, its scroll area or its parent */
    YT_UI_FAULT_SMALL,   /* a target under 15 mm high or wide */
    YT_UI_FAULT_CLOSE,   /* two targets with less than the required distance between */
    YT_UI_FAULT_OVERLAP, /* two siblings lie on each other */
    YT_UI_FAULT_LETTERS, /* no font has some letter of the text */
    YT_UI_FAULT_PICTURE, /* an icon or picture cannot be loaded */
    YT_UI_FAULT_UNNAMED, /* can be touched but has no label */
    YT_UI_FAULT_CROWDED, /* declared too much: a limit of nodes or memory was met */
};

/* Looks at the frame as laid out and calls `report` for each fault. Returns how many. `other` is
 * the second node of YT_UI_FAULT_OVERLAP and YT_UI_FAULT_CLOSE, else NULL. */
typedef void (*yt_ui_fault_report)(enum yt_ui_fault fault, const struct yt_ui_node *node,
                                   const struct yt_ui_node *other, void *context);
size_t yt_ui_faults(struct yt_ui *ui, yt_ui_fault_report report, void *context);
const char *yt_ui_fault_name(enum yt_ui_fault fault);
const char *yt_ui_role_name(enum yt_ui_role role);

#endif
