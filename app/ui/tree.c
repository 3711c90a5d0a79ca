/* Reading the tree: walking, finding, describing. */
#include "ui/state.h"

#include <string.h>

static struct yt_item *shown_from(struct yt_item *item)
{
    while (item && item->gone)
        item = item->next;
    return item;
}

struct yt_item *yt_ui_first_item(const struct yt_ui *ui)
{
    return ui->items.page;
}

static bool belongs_to(const struct yt_item *item, const struct yt_item *root)
{
    while (item && item != root)
        item = item->parent;
    return item && item == root;
}

struct yt_item *yt_ui_next_outside(const struct yt_ui *ui, const struct yt_item *item)
{
    struct yt_item *next;

    for (; item->parent; item = item->parent)
        if ((next = shown_from(item->next)))
            return next;
    return item == ui->items.page ? ui->items.dialog : NULL;
}

struct yt_item *yt_ui_next_item(const struct yt_ui *ui, const struct yt_item *item)
{
    struct yt_item *child = shown_from(item->first);

    return child ? child : yt_ui_next_outside(ui, item);
}

struct yt_item *yt_ui_item_by_id(const struct yt_ui *ui, uint64_t id)
{
    struct yt_item *item = yt_ui_first_item(ui);

    while (item && item->id != id)
        item = yt_ui_next_item(ui, item);
    return item;
}

const struct yt_ui_layer *yt_ui_front(const struct yt_ui *ui)
{
    return ui->layers[1].root ? &ui->layers[1] : &ui->layers[0];
}

bool yt_ui_in_front(const struct yt_ui *ui, const struct yt_item *item)
{
    return !ui->layers[1].root || belongs_to(item, ui->layers[1].root);
}

bool yt_ui_usable(const struct yt_item *item)
{
    return item->action.id && !(item->state & (YT_UI_DISABLED | YT_UI_BUSY));
}

static bool can_be_seen(const struct yt_ui *ui, const struct yt_item *item)
{
    SDL_Rect rect = yt_ui_seen_rect(ui, item), visible = yt_ui_visible_rect(ui, item);
    SDL_Point middle = {rect.x + rect.w / 2, rect.y + rect.h / 2};

    return SDL_PointInRect(&middle, &visible);
}

void yt_ui_describe(const struct yt_ui *ui, const struct yt_item *item, struct yt_ui_node *node)
{
    *node = (struct yt_ui_node){.id = item->id,
                                .role = item->role,
                                .label = item->label,
                                .speech = item->speech,
                                .value = item->value,
                                .state = item->state,
                                .rect = yt_ui_seen_rect(ui, item),
                                .visible = yt_ui_visible_rect(ui, item),
                                .action = item->action,
                                .row = item->row};
    if (ui->focus_shown && ui->focus_id == item->id)
        node->state |= YT_UI_FOCUSED;
    if (ui->press.id == item->id && ui->press.inside && !ui->press.dragging)
        node->state |= YT_UI_PRESSED;
    if (!can_be_seen(ui, item) || !yt_ui_in_front(ui, item))
        node->state |= YT_UI_HIDDEN;
    for (item = item->parent; item; item = item->parent)
        node->depth += item->role != YT_UI_ANY;
}

static bool is_node(const struct yt_item *item)
{
    return item->role != YT_UI_ANY && (item->role != YT_UI_GROUP || item->label[0]);
}

/* Better is higher: can be touched, then can be seen. */
static int rank(const struct yt_ui *ui, const struct yt_item *item)
{
    return (yt_ui_usable(item) && yt_ui_in_front(ui, item) ? 4 : 0) + (item->action.id ? 2 : 0) +
           (can_be_seen(ui, item) ? 1 : 0);
}

enum match { WHOLE, BEGINNING };

static const struct yt_item *best_match(const struct yt_ui *ui, const char *label,
                                        enum yt_ui_role role, enum match match, int *equals)
{
    const struct yt_item *best = NULL;
    size_t size = strlen(label);

    *equals = 0;
    for (const struct yt_item *item = yt_ui_first_item(ui); item;
         item = yt_ui_next_item(ui, item)) {
        if (!is_node(item) || (role != YT_UI_ANY && item->role != role) ||
            (match == WHOLE ? strcmp(item->label, label) != 0
                            : strncmp(item->label, label, size) != 0))
            continue;
        if (!best || rank(ui, item) > rank(ui, best)) {
            best = item;
            *equals = 1;
        } else if (rank(ui, item) == rank(ui, best) && strcmp(item->label, best->label) != 0) {
            ++*equals;
        }
    }
    return best;
}

bool yt_ui_find(const struct yt_ui *ui, const char *label, enum yt_ui_role role,
                struct yt_ui_node *found)
{
    int equals = 0;
    const struct yt_item *item = best_match(ui, label, role, WHOLE, &equals);

    if (!item && label[0]) {
        item = best_match(ui, label, role, BEGINNING, &equals);
        if (equals > 1)
            return false;
    }
    if (!item)
        return false;
    yt_ui_describe(ui, item, found);
    return true;
}

bool yt_ui_find_action(const struct yt_ui *ui, struct yt_ui_action action, struct yt_ui_node *found)
{
    for (const struct yt_item *item = yt_ui_first_item(ui); item; item = yt_ui_next_item(ui, item))
        if (action.id && item->action.id == action.id && item->action.value == action.value &&
            is_node(item)) {
            yt_ui_describe(ui, item, found);
            return true;
        }
    return false;
}

void yt_ui_each(const struct yt_ui *ui, yt_ui_visitor visitor, void *context)
{
    for (const struct yt_item *item = yt_ui_first_item(ui); item;
         item = yt_ui_next_item(ui, item)) {
        struct yt_ui_node node;

        if (!is_node(item))
            continue;
        yt_ui_describe(ui, item, &node);
        if (!visitor(&node, context))
            return;
    }
}

bool yt_ui_focus(const struct yt_ui *ui, struct yt_ui_node *found)
{
    const struct yt_item *item =
        ui->focus_shown && ui->focus_id ? yt_ui_item_by_id(ui, ui->focus_id) : NULL;

    if (item)
        yt_ui_describe(ui, item, found);
    return item != NULL;
}

bool yt_ui_reveal(struct yt_ui *ui, uint64_t id)
{
    const struct yt_item *item = yt_ui_item_by_id(ui, id);

    if (!item)
        return false;
    yt_ui_scroll_stop(ui);
    yt_ui_scroll_reveal(ui, item);
    return true;
}

const char *yt_ui_screen_name(const struct yt_ui *ui)
{
    const struct yt_ui_layer *front = yt_ui_front(ui);

    return front->name ? front->name : "";
}

const char *yt_ui_role_name(enum yt_ui_role role)
{
    static const char *const names[] = {
        "any",   "page",  "bar",   "scroll-area", "group",    "dialog", "text", "heading", "button",
        "radio", "check", "field", "picture",     "progress", "alert",  "code", "divider"};

    return (size_t)role < YT_COUNT(names) ? names[role] : "any";
}
