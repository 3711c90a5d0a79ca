/* Fingers and the mouse, translated once: above this file nobody sees an SDL event. */
#include "ui/state.h"

#include <stdlib.h>

/* A finger that moves less, up or down, still presses. */
#define SLOP_MM 3.0f
#define SAME_PLACE_MM 15.0f
#define WHEEL_MM 20.0f
#define REPEAT_FIRST_MS 450
#define REPEAT_NEXT_MS 90
#define LOST_MS 5000

/* ---- What lies under a finger ---- */

static const struct yt_item *item_under(const struct yt_ui *ui, SDL_Point point)
{
    const struct yt_item *found = NULL;

    for (const struct yt_item *item = yt_ui_first_item(ui); item;
         item = yt_ui_next_item(ui, item)) {
        SDL_Rect visible;

        if (!yt_ui_usable(item) || !yt_ui_in_front(ui, item))
            continue;
        visible = yt_ui_visible_rect(ui, item);
        if (SDL_PointInRect(&point, &visible))
            found = item;
    }
    return found;
}

static int area_under(const struct yt_ui *ui, SDL_Point point)
{
    int area = yt_ui_front_area(ui);

    return area && SDL_PointInRect(&point, &ui->areas[area - 1].view) ? area : 0;
}

static bool is_still_on(const struct yt_ui *ui, SDL_Point point)
{
    const struct yt_item *item;
    SDL_Rect visible;

    if (!ui->press.id)
        return false;
    if (ui->layers[0].root && ui->press.id == ui->layers[0].root->id)
        return true;
    item = yt_ui_item_by_id(ui, ui->press.id);
    if (!item || !yt_ui_usable(item))
        return false;
    visible = yt_ui_visible_rect(ui, item);
    return SDL_PointInRect(&point, &visible);
}

/* ---- One press ---- */

static bool farther_than(const struct yt_ui *ui, SDL_Point a, SDL_Point b, float mm)
{
    int most = yt_metrics_mm(&ui->metrics, mm);

    return abs(a.x - b.x) > most || abs(a.y - b.y) > most;
}

static bool is_double_tap(const struct yt_ui *ui, SDL_Point point, int64_t now)
{
    return now - ui->changed_ms < YT_UI_SETTLE_MS &&
           !farther_than(ui, point, ui->last_tap, SAME_PLACE_MM);
}

static void press_begin(struct yt_ui *ui, enum yt_ui_pointer pointer, SDL_FingerID finger,
                        SDL_Point point)
{
    int64_t now = yt_clock_mono_ms(ui->clock);
    const struct yt_item *item = item_under(ui, point);
    bool was_gliding = ui->glide.area != 0;

    ui->focus_shown = false;
    ui->dirty = true;
    ui->press = (struct yt_ui_press){.pointer = pointer,
                                     .finger = finger,
                                     .inside = true,
                                     /* A touch on what glides stops it and nothing more. */
                                     .stale = is_double_tap(ui, point, now) ||
                                              (was_gliding && item && item->area),
                                     .area = area_under(ui, point),
                                     .start = point,
                                     .heard_ms = now};
    yt_track_add(&ui->press.track, (float)point.y, now);
    if (ui->press.area)
        ui->press.start_offset = yt_ui_scroll_grab(ui, ui->press.area);
    else
        yt_ui_scroll_stop(ui);
    if (item)
        ui->press.id = item->id;
    else if (!ui->layers[1].root && ui->layers[0].root && ui->layers[0].whole.id)
        ui->press.id = ui->layers[0].root->id;
    if (item && item->repeat && !ui->press.stale)
        ui->press.repeat_ms = now + REPEAT_FIRST_MS;
}

/* Counted from where the slop ends, so that the content does not leap when it begins to move. */
static void begin_drag(struct yt_ui *ui, SDL_Point point)
{
    struct yt_ui_press *press = &ui->press;
    int slop = yt_metrics_mm(&ui->metrics, SLOP_MM);

    press->dragging = true;
    press->repeat_ms = 0;
    press->drag_y = press->start.y + (point.y > press->start.y ? slop : -slop);
}

static void press_move(struct yt_ui *ui, SDL_Point point)
{
    struct yt_ui_press *press = &ui->press;
    int64_t now = yt_clock_mono_ms(ui->clock);
    bool was_inside = press->inside;

    press->heard_ms = now;
    yt_track_add(&press->track, (float)point.y, now);
    if (press->area && !press->dragging &&
        abs(point.y - press->start.y) > yt_metrics_mm(&ui->metrics, SLOP_MM)) {
        begin_drag(ui, point);
        ui->dirty = true;
    }
    if (press->dragging)
        yt_ui_scroll_pull(ui, press->area, press->start_offset + press->drag_y - point.y);
    press->inside = !press->dragging && is_still_on(ui, point);
    ui->dirty |= press->inside != was_inside;
}

/* Also where it was only held after it had stopped what swung past an end. */
static void let_go(struct yt_ui *ui, const struct yt_ui_press *press)
{
    float speed = 0;

    if (!press->area)
        return;
    if (press->dragging)
        speed = -yt_track_speed(&press->track, yt_clock_mono_ms(ui->clock));
    yt_ui_scroll_let_go(ui, press->area, speed);
}

static bool press_end(struct yt_ui *ui, SDL_Point point, struct yt_ui_action *action)
{
    struct yt_ui_press press;
    const struct yt_item *item;

    press_move(ui, point);
    press = ui->press;
    ui->press = (struct yt_ui_press){0};
    ui->dirty = true;
    let_go(ui, &press);
    if (!press.inside || press.stale || press.dragging)
        return false;
    item = yt_ui_item_by_id(ui, press.id);
    if (!item)
        return false;
    ui->last_tap = point;
    *action = item->role == YT_UI_PAGE ? ui->layers[0].whole : item->action;
    if (action->id < YT_UI_ACTION_UP)
        return action->id != 0;
    yt_ui_use_scroll_action(ui, *action);
    *action = (struct yt_ui_action){0};
    return false;
}

static void press_cancel(struct yt_ui *ui)
{
    struct yt_ui_press press = ui->press;

    ui->press = (struct yt_ui_press){0};
    ui->dirty = true;
    if (press.area)
        yt_ui_scroll_let_go(ui, press.area, 0);
}

/* While one finger is down, others do nothing. But panels lose a release now and then, and a sleeve
 * lies on the frame for minutes: neither may lock everybody out until the kiosk is started anew. */
static bool is_free_for(const struct yt_ui *ui, enum yt_ui_pointer pointer, SDL_FingerID finger)
{
    const struct yt_ui_press *press = &ui->press;

    return press->pointer == YT_UI_NO_POINTER ||
           (press->pointer == pointer && press->finger == finger) ||
           yt_clock_mono_ms(ui->clock) - press->heard_ms >= LOST_MS;
}

/* ---- Events ---- */

static SDL_Point finger_point(const struct yt_ui *ui, const SDL_TouchFingerEvent *finger)
{
    return (SDL_Point){(int)(finger->x * (float)ui->metrics.width),
                       (int)(finger->y * (float)ui->metrics.height)};
}

static bool handle_finger(struct yt_ui *ui, const SDL_TouchFingerEvent *finger,
                          struct yt_ui_action *action)
{
    SDL_Point point = finger_point(ui, finger);
    bool ours = ui->press.pointer == YT_UI_FINGER && ui->press.finger == finger->fingerId;

    if (finger->touchId == SDL_MOUSE_TOUCHID)
        return false;
    if (finger->type == SDL_FINGERDOWN && is_free_for(ui, YT_UI_FINGER, finger->fingerId))
        press_begin(ui, YT_UI_FINGER, finger->fingerId, point);
    else if (finger->type == SDL_FINGERMOTION && ours)
        press_move(ui, point);
    else if (finger->type == SDL_FINGERUP && ours)
        return press_end(ui, point, action);
    return false;
}

static bool handle_button(struct yt_ui *ui, const SDL_MouseButtonEvent *button,
                          struct yt_ui_action *action)
{
    SDL_Point point = {button->x, button->y};

    if (button->which == SDL_TOUCH_MOUSEID || button->button != SDL_BUTTON_LEFT)
        return false;
    if (button->type == SDL_MOUSEBUTTONDOWN && is_free_for(ui, YT_UI_MOUSE, 0))
        press_begin(ui, YT_UI_MOUSE, 0, point);
    else if (button->type == SDL_MOUSEBUTTONUP && ui->press.pointer == YT_UI_MOUSE)
        return press_end(ui, point, action);
    return false;
}

static void handle_wheel(struct yt_ui *ui, const SDL_MouseWheelEvent *wheel)
{
    int area = yt_ui_front_area(ui);

    if (!area || wheel->which == SDL_TOUCH_MOUSEID)
        return;
    yt_ui_scroll_stop(ui);
    yt_ui_scroll_to(ui, area,
                    ui->areas[area - 1].offset - wheel->y * yt_metrics_mm(&ui->metrics, WHEEL_MM));
}

static void handle_window(struct yt_ui *ui, const SDL_WindowEvent *window)
{
    switch (window->event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
        yt_ui_resize(ui, window->data1, window->data2);
        break;
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_RESTORED:
        yt_presenter_expose(ui->presenter);
        ui->dirty = true;
        break;
    case SDL_WINDOWEVENT_FOCUS_LOST:
        press_cancel(ui);
        break;
    default:
        break;
    }
}

bool yt_ui_handle(struct yt_ui *ui, const SDL_Event *event, struct yt_ui_action *action)
{
    *action = (struct yt_ui_action){0};
    switch (event->type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
        return ui->declared && handle_finger(ui, &event->tfinger, action);
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        return ui->declared && handle_button(ui, &event->button, action);
    case SDL_MOUSEMOTION:
        if (ui->press.pointer == YT_UI_MOUSE && event->motion.which != SDL_TOUCH_MOUSEID)
            press_move(ui, (SDL_Point){event->motion.x, event->motion.y});
        return false;
    case SDL_MOUSEWHEEL:
        handle_wheel(ui, &event->wheel);
        return false;
    case SDL_KEYDOWN:
        ui->dirty = true;
        return ui->declared && yt_ui_handle_key(ui, &event->key, action);
    case SDL_WINDOWEVENT:
        handle_window(ui, &event->window);
        return false;
    default:
        return false;
    }
}

bool yt_ui_repeat(struct yt_ui *ui, struct yt_ui_action *action)
{
    const struct yt_item *item;
    int64_t now = yt_clock_mono_ms(ui->clock);

    if (!ui->press.repeat_ms || now < ui->press.repeat_ms || !ui->press.inside)
        return false;
    item = yt_ui_item_by_id(ui, ui->press.id);
    if (!item || !item->repeat || !yt_ui_usable(item))
        return false;
    ui->press.repeat_ms = now + REPEAT_NEXT_MS;
    *action = item->action;
    return true;
}

bool yt_ui_is_touch(const SDL_Event *event)
{
    switch (event->type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERUP:
    case SDL_FINGERMOTION:
    case SDL_KEYDOWN:
    case SDL_TEXTINPUT:
    case SDL_MOUSEWHEEL:
        return true;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        return event->button.which != SDL_TOUCH_MOUSEID;
    default:
        return false;
    }
}
