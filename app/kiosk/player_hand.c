#include "kiosk/player_hand.h"

#include "base/str.h"
#include "kiosk/player_find.h"
#include "ui/edit/edit.h"

#include <string.h>
#include <unicode/unorm2.h>

/* Longer than the toolkit's guard against double taps. */
#define BETWEEN_TAPS_MS 400
#define DRAG_STEPS 8
#define FRAME_MS 16
#define GLIDE_MOST_MS 6000
#define PRINTER_PATIENCE_MS 2000

void yt_player_wait(struct yt_kiosk *kiosk, int64_t ms)
{
    while (ms > 0) {
        int wake = yt_app_next_wake_ms(kiosk->app);
        int64_t step = wake == 0 ? 1 : wake > 0 && wake < ms ? wake : ms;

        /* Not in one leap: whatever wants to act in between acts when it would. */
        if (step > 1000)
            step = 1000;
        yt_clock_virtual_advance(&kiosk->script_clock, step);
        ms -= step;
        yt_kiosk_turn(kiosk);
    }
}

/* What was flung goes on until it stands still, as a person would wait: a touch only stops it. */
static void let_rest(struct yt_kiosk *kiosk)
{
    for (int i = 0; i < GLIDE_MOST_MS / FRAME_MS && yt_ui_moving(kiosk->ui); i++)
        yt_player_wait(kiosk, FRAME_MS);
}

void yt_player_settle(struct yt_kiosk *kiosk)
{
    int64_t until = yt_frame_times_now() + (int64_t)PRINTER_PATIENCE_MS * 1000000;

    do {
        yt_worker_drain(kiosk->store);
        yt_kiosk_turn(kiosk);
        if (yt_worker_pending(kiosk->printer) > 0)
            SDL_Delay(1);
    } while (yt_worker_pending(kiosk->store) > 0 ||
             (yt_worker_pending(kiosk->printer) > 0 && yt_frame_times_now() < until));
    let_rest(kiosk);
}

static void finger_event(struct yt_kiosk *kiosk, Uint32 type, float x, float y)
{
    SDL_Event event = {.tfinger = {.type = type,
                                   .touchId = 1,
                                   .fingerId = 1,
                                   .x = (x + 0.5f) / (float)yt_ui_width(kiosk->ui),
                                   .y = (y + 0.5f) / (float)yt_ui_height(kiosk->ui),
                                   .pressure = 1.0f}};

    yt_kiosk_event(kiosk, &event);
}

void yt_player_finger(struct yt_kiosk *kiosk, SDL_Point down, SDL_Point up)
{
    const float dx = (float)(up.x - down.x) / DRAG_STEPS;
    const float dy = (float)(up.y - down.y) / DRAG_STEPS;

    yt_player_wait(kiosk, BETWEEN_TAPS_MS);
    finger_event(kiosk, SDL_FINGERDOWN, (float)down.x, (float)down.y);
    for (int i = 1; i <= DRAG_STEPS && (dx != 0 || dy != 0); i++) {
        yt_clock_virtual_advance(&kiosk->script_clock, FRAME_MS);
        finger_event(kiosk, SDL_FINGERMOTION, (float)down.x + dx * (float)i,
                     (float)down.y + dy * (float)i);
    }
    finger_event(kiosk, SDL_FINGERUP, (float)up.x, (float)up.y);
}

static bool same_node(const struct yt_ui_node *node, void *context)
{
    struct yt_ui_node *wanted = context;

    if (node->id != wanted->id)
        return true;
    *wanted = *node;
    return false;
}

void yt_player_touch(struct yt_kiosk *kiosk, const struct yt_ui_node *node)
{
    struct yt_ui_node target = *node;
    SDL_Point middle;

    yt_player_wait(kiosk, BETWEEN_TAPS_MS);
    let_rest(kiosk);
    /* By its id: labels are gone and places are others once the screen was declared again. */
    yt_ui_each(kiosk->ui, same_node, &target);
    if (target.state & YT_UI_HIDDEN && yt_ui_reveal(kiosk->ui, target.id)) {
        yt_kiosk_turn(kiosk);
        yt_ui_each(kiosk->ui, same_node, &target);
    }
    /* What is larger than the screen is touched where it can be seen. */
    middle = (SDL_Point){target.visible.x + target.visible.w / 2,
                         target.visible.y + target.visible.h / 2};
    yt_player_finger(kiosk, middle, middle);
}

static void key_event(struct yt_kiosk *kiosk, SDL_Keycode key)
{
    SDL_Event event = {.key = {.type = SDL_KEYDOWN,
                               .state = SDL_PRESSED,
                               .keysym = {.sym = key, .scancode = SDL_GetScancodeFromKey(key)}}};

    yt_player_wait(kiosk, BETWEEN_TAPS_MS);
    yt_kiosk_event(kiosk, &event);
    event.key.type = SDL_KEYUP;
    event.key.state = SDL_RELEASED;
    yt_kiosk_event(kiosk, &event);
    yt_player_settle(kiosk);
}

bool yt_player_keys(struct yt_kiosk *kiosk, const char *names, struct yt_err *err)
{
    while (*names) {
        char name[32];
        size_t size = strcspn(names, " \t");
        SDL_Keycode key;

        if (size == 0) {
            names++;
            continue;
        }
        if (size >= sizeof name)
            return yt_err_set(err, YT_ERR_INVALID, "no key has such a long name");
        memcpy(name, names, size);
        name[size] = '\0';
        if ((key = SDL_GetKeyFromName(name)) == SDLK_UNKNOWN)
            return yt_err_set(err, YT_ERR_INVALID, "there is no key \"%s\"", name);
        key_event(kiosk, key);
        names += size;
    }
    return true;
}

/* Taps the key that puts this text, on the board that is shown or one switch away. */
static bool tap_key(struct yt_kiosk *kiosk, const char *text)
{
    static const char *const switches[] = {"",     "あいう", "あ〜な", "は〜わ",
                                           "カナ", "かな",   "ABC",    "123"};
    struct yt_ui_node node;

    for (size_t i = 0; i < YT_COUNT(switches); i++) {
        if (switches[i][0]) {
            if (!yt_ui_find(kiosk->ui, switches[i], YT_UI_BUTTON_ROLE, &node) ||
                strcmp(node.label, switches[i]) != 0)
                continue;
            yt_player_touch(kiosk, &node);
            yt_player_settle(kiosk);
        }
        if (yt_ui_find(kiosk->ui, text, YT_UI_BUTTON_ROLE, &node) &&
            strcmp(node.label, text) == 0) {
            yt_player_touch(kiosk, &node);
            yt_player_settle(kiosk);
            return true;
        }
    }
    return false;
}

/* が is か and ゛; っ is つ and 小. */
static bool tap_composed(struct yt_kiosk *kiosk, uint32_t letter)
{
    static const struct {
        const char *small, *large;
    } pairs[] = {{"ぁ", "あ"}, {"ぃ", "い"}, {"ぅ", "う"}, {"ぇ", "え"}, {"ぉ", "お"},
                 {"っ", "つ"}, {"ゃ", "や"}, {"ゅ", "ゆ"}, {"ょ", "よ"}};
    UErrorCode status = U_ZERO_ERROR;
    UChar parts[4];
    int32_t count = unorm2_getRawDecomposition(unorm2_getNFCInstance(&status), (UChar32)letter,
                                               parts, YT_COUNT(parts), &status);
    char base[5] = "";

    if (U_SUCCESS(status) && count == 2) {
        base[yt_str_put(base, parts[0])] = '\0';
        return tap_key(kiosk, base) && tap_key(kiosk, parts[1] == YT_EDIT_DAKUTEN ? "゛" : "゜");
    }
    base[yt_str_put(base, letter)] = '\0';
    for (size_t i = 0; i < YT_COUNT(pairs); i++)
        if (strcmp(pairs[i].small, base) == 0)
            return tap_key(kiosk, pairs[i].large) && tap_key(kiosk, "小");
    return false;
}

bool yt_player_type(struct yt_kiosk *kiosk, const char *text, struct yt_err *err)
{
    uint32_t letter;

    while ((letter = yt_str_next(&text)) != 0) {
        char key[5] = "";

        key[yt_str_put(key, letter)] = '\0';
        if (!tap_key(kiosk, key) && !tap_composed(kiosk, letter))
            return yt_err_set(err, YT_ERR_NOT_FOUND, "the keyboard has no way to write \"%s\"",
                              key);
    }
    return true;
}

/* xorshift64 (Marsaglia 2003): repeatable, and nothing secret hangs on it. */
static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

void yt_player_monkey(struct yt_kiosk *kiosk, int64_t taps, uint64_t seed)
{
    uint64_t state = seed * 2654435761u + 1;

    for (int64_t i = 0; i < taps && !kiosk->quit; i++) {
        const uint64_t where = next_random(&state);
        const uint64_t what = next_random(&state);
        const unsigned width = (unsigned)yt_ui_width(kiosk->ui);
        const unsigned height = (unsigned)yt_ui_height(kiosk->ui);
        const SDL_Point down = {(int)(where % width), (int)((where >> 32) % height)};
        SDL_Point up = down;

        if (what % 5 == 0)
            up = (SDL_Point){(int)((what >> 8) % width), (int)((what >> 36) % height)};
        yt_player_finger(kiosk, down, up);
        yt_player_settle(kiosk);
    }
}
