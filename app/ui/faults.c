/* What is wrong with a frame as it was laid out. */
#include "ui/state.h"

/* Millimetres become whole pixels, so distances may miss by one. */
#define ROUNDING_PX 1

struct watch {
    struct yt_ui *ui;
    yt_ui_fault_report report;
    void *context;
    size_t count;
};

/* Parts speak through the widget that they belong to. */
static const struct yt_item *owner(const struct yt_item *item)
{
    while (item->parent && item->role == YT_UI_ANY)
        item = item->parent;
    return item;
}

/* A part has no name of its own; what it shows says which one it is. */
static void tell(struct watch *watch, enum yt_ui_fault fault, const struct yt_item *item,
                 const struct yt_item *other)
{
    struct yt_ui_node node, second;

    yt_ui_describe(watch->ui, owner(item), &node);
    if (item->kind == YT_ITEM_TEXT && !node.label[0])
        node.label = item->as.text.markup;
    node.rect = yt_ui_seen_rect(watch->ui, item);
    if (other)
        yt_ui_describe(watch->ui, owner(other), &second);
    watch->count++;
    if (watch->report)
        watch->report(fault, &node, other ? &second : NULL, watch->context);
}

static bool holds(SDL_Rect outer, SDL_Rect inner)
{
    return inner.x >= outer.x - ROUNDING_PX && inner.y >= outer.y - ROUNDING_PX &&
           inner.x + inner.w <= outer.x + outer.w + ROUNDING_PX &&
           inner.y + inner.h <= outer.y + outer.h + ROUNDING_PX;
}

/* What the item must stay inside of: its parent, its scroll area's content, or the window. */
static SDL_Rect surroundings(const struct yt_ui *ui, const struct yt_item *item)
{
    if (item->parent && item->parent->area == item->area && item->parent->kind == YT_ITEM_BOX)
        return item->parent->rect;
    if (item->area) {
        const struct yt_area *area = &ui->areas[item->area - 1];

        return (SDL_Rect){area->view.x, area->view.y, area->view.w,
                          area->content > area->view.h ? area->content : area->view.h};
    }
    return (SDL_Rect){0, 0, ui->metrics.width, ui->metrics.height};
}

static void check_text(struct watch *watch, const struct yt_item *item)
{
    const struct yt_item_text *text = &item->as.text;
    const char *language = text->language ? text->language : watch->ui->language;

    if (item->fit_cramped || item->fit_height > item->rect.h + ROUNDING_PX)
        tell(watch, YT_UI_FAULT_CLIPPED, item, NULL);
    if (!yt_text_has_letters(watch->ui->text, text->markup, language))
        tell(watch, YT_UI_FAULT_LETTERS, item, NULL);
}

static void check_touch(struct watch *watch, const struct yt_item *item)
{
    const struct yt_metrics *metrics = &watch->ui->metrics;
    float least_mm = item->key ? yt_metrics_key_mm(metrics) : YT_TARGET_MM;
    int least = yt_metrics_mm(metrics, least_mm) - ROUNDING_PX;

    if (item->rect.w < least || item->rect.h < least)
        tell(watch, YT_UI_FAULT_SMALL, item, NULL);
    if (!item->label[0])
        tell(watch, YT_UI_FAULT_UNNAMED, item, NULL);
}

static void check_item(struct watch *watch, const struct yt_item *item)
{
    if (item->kind != YT_ITEM_SPACE && !holds(surroundings(watch->ui, item), item->rect))
        tell(watch, YT_UI_FAULT_OUTSIDE, item, NULL);
    if (item->kind == YT_ITEM_TEXT)
        check_text(watch, item);
    if (item->kind == YT_ITEM_ICON && item->rect.w > 0 &&
        !yt_images_icon(watch->ui->images, item->as.icon.name, item->rect.w))
        tell(watch, YT_UI_FAULT_PICTURE, item, NULL);
    if (item->kind == YT_ITEM_PICTURE &&
        yt_images_shape(watch->ui->images, item->as.icon.name) <= 0)
        tell(watch, YT_UI_FAULT_PICTURE, item, NULL);
    if (item->action.id)
        check_touch(watch, item);
}

static bool lies_on(SDL_Rect a, SDL_Rect b)
{
    SDL_Rect common;

    return SDL_IntersectRect(&a, &b, &common) && common.w > ROUNDING_PX && common.h > ROUNDING_PX;
}

static void check_siblings(struct watch *watch, const struct yt_item *item)
{
    if (item->flow == YT_UI_OVERLAY)
        return;
    for (const struct yt_item *a = yt_layout_first(item); a; a = yt_layout_next(a))
        for (const struct yt_item *b = yt_layout_next(a); b; b = yt_layout_next(b))
            if (a->area == b->area && lies_on(a->rect, b->rect))
                tell(watch, YT_UI_FAULT_OVERLAP, a, b);
}

static bool too_close(const struct yt_metrics *metrics, const struct yt_item *one,
                      const struct yt_item *other)
{
    float least_mm =
        one->key && other->key ? yt_metrics_key_between_mm(metrics) : YT_TARGET_BETWEEN_MM;
    int least = yt_metrics_mm(metrics, least_mm) - ROUNDING_PX;
    SDL_Rect a = {one->rect.x - least, one->rect.y - least, one->rect.w + 2 * least,
                  one->rect.h + 2 * least};

    return SDL_HasIntersection(&a, &other->rect);
}

static void check_distances(struct watch *watch, const struct yt_item *item)
{
    const struct yt_item *other = item;

    while ((other = yt_ui_next_item(watch->ui, other)))
        if (other->action.id && other->area == item->area &&
            yt_ui_in_front(watch->ui, other) == yt_ui_in_front(watch->ui, item) &&
            too_close(&watch->ui->metrics, item, other))
            tell(watch, YT_UI_FAULT_CLOSE, item, other);
}

size_t yt_ui_faults(struct yt_ui *ui, yt_ui_fault_report report, void *context)
{
    struct watch watch = {.ui = ui, .report = report, .context = context};
    const struct yt_item *item;

    for (item = yt_ui_first_item(ui); item; item = yt_ui_next_item(ui, item)) {
        check_item(&watch, item);
        check_siblings(&watch, item);
        if (item->action.id)
            check_distances(&watch, item);
    }
    if (ui->crowded && ui->items.page)
        tell(&watch, YT_UI_FAULT_CROWDED, ui->items.page, NULL);
    yt_text_trim(ui->text);
    yt_images_trim(ui->images);
    return watch.count;
}

const char *yt_ui_fault_name(enum yt_ui_fault fault)
{
    static const char *const names[] = {"clipped", "outside", "small",   "close",  "overlap",
                                        "letters", "picture", "unnamed", "crowded"};

    return (size_t)fault < YT_COUNT(names) ? names[fault] : "unknown";
}
