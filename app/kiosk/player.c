#include "kiosk/player.h"

#include "base/fs.h"
#include "base/log.h"
#include "base/str.h"
#include "kiosk/player_find.h"
#include "kiosk/player_hand.h"
#include "kiosk/player_label.h"
#include "kiosk/script.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define UNTIL_MS 30000
#define DESCRIPTION_ROOM 1024

struct player {
    struct yt_kiosk *kiosk;
    const struct yt_script *script;
    int64_t *rounds; /* left, by the step of a `repeat` */
    struct yt_err *err;
};

static bool unlike(const struct player *player, const char *what)
{
    struct yt_buf seen = {.max = DESCRIPTION_ROOM};

    yt_player_describe(player->kiosk->ui, &seen);
    yt_err_set(player->err, YT_ERR_INVALID, "%s; on the screen \"%s\": %s", what,
               yt_ui_screen_name(player->kiosk->ui), yt_buf_string(&seen));
    yt_buf_done(&seen);
    return false;
}

static bool path_of(const struct player *player, const char *name, char path[PATH_MAX])
{
    const char *folder = player->kiosk->options->shot_folder;

    if (!yt_fs_make_folders(folder, 0755, player->err))
        return false;
    if (snprintf(path, PATH_MAX, "%s/%s", folder, name) < PATH_MAX)
        return true;
    return yt_err_set(player->err, YT_ERR_TOO_LARGE, "%s: the path is too long", name);
}

static bool tap(const struct player *player, const struct yt_step *step)
{
    struct yt_ui_node node;

    if (!yt_player_find(player->kiosk->ui, step->text, step->numbers[0], &node))
        return unlike(player, "there is no such label to tap");
    if (node.state & YT_UI_DISABLED)
        return unlike(player, "what has this label cannot be used now");
    yt_player_touch(player->kiosk, &node);
    if (step->kind == YT_STEP_TAP)
        yt_player_settle(player->kiosk);
    return true;
}

static bool on_screen(const struct player *player, const char *name)
{
    return strcmp(yt_ui_screen_name(player->kiosk->ui), name) == 0;
}

static bool until(const struct player *player, const struct yt_step *step)
{
    const int64_t end = yt_frame_times_now() + (int64_t)UNTIL_MS * 1000000;

    while (yt_frame_times_now() < end) {
        if (step->kind == YT_STEP_UNTIL_SCREEN ? on_screen(player, step->text)
                                               : yt_player_sees(player->kiosk->ui, step->text))
            return true;
        SDL_Delay(5);
        yt_kiosk_turn(player->kiosk);
    }
    return unlike(player, "waited in vain");
}

static bool expect_chosen(const struct player *player, const struct yt_step *step)
{
    struct yt_ui_node node;

    if (yt_player_find(player->kiosk->ui, step->text, 1, &node) && node.state & YT_UI_CHOSEN)
        return true;
    return unlike(player, "this is not chosen");
}

static bool expect_queue(const struct player *player, const struct yt_step *step)
{
    size_t count;

    yt_player_settle(player->kiosk);
    if (!yt_kiosk_count_queue(player->kiosk->options->data_folder, &count, player->err))
        return false;
    if ((int64_t)count == step->numbers[0])
        return true;
    return yt_err_set(player->err, YT_ERR_INVALID, "%zu entries wait in the queue", count);
}

static bool tell_printer(const struct player *player, const char *command)
{
    const char *control = player->kiosk->options->printer_control;
    bool told;
    int file;

    if (!control) {
        yt_err_set(player->err, YT_ERR_INVALID, "there is no simulated printer to tell");
        return yt_err_remedy(player->err, "Name its control file with --printer-control.");
    }
    /* Not O_CREAT: a simulator that is not there is a mistake to be told. */
    if ((file = open(control, O_WRONLY | O_NONBLOCK | O_CLOEXEC)) < 0)
        return yt_err_errno(player->err, errno, "%s", control);
    told = dprintf(file, "%s\n", command) > 0;
    (void)close(file); /* a FIFO has taken the line or not by now */
    return told || yt_err_errno(player->err, EIO, "%s", control);
}

static bool write_file(const struct player *player, const struct yt_step *step)
{
    char path[PATH_MAX];

    if (!path_of(player, step->text, path))
        return false;
    switch (step->kind) {
    case YT_STEP_SHOT:
        return yt_ui_save_png(player->kiosk->ui, path, player->err);
    case YT_STEP_TREE:
        return yt_player_write_tree(player->kiosk->ui, path, player->err);
    default:
        return yt_frame_times_write(&player->kiosk->times, path, player->err);
    }
}

static bool expect(const struct player *player, const struct yt_step *step)
{
    switch (step->kind) {
    case YT_STEP_EXPECT_SCREEN:
        return on_screen(player, step->text) || unlike(player, "another screen is shown");
    case YT_STEP_EXPECT_LABEL:
        return yt_player_sees(player->kiosk->ui, step->text) ||
               unlike(player, "this text is not there");
    case YT_STEP_EXPECT_NO_LABEL:
        return !yt_player_sees(player->kiosk->ui, step->text) ||
               unlike(player, "this text is there");
    case YT_STEP_EXPECT_CHOSEN:
        return expect_chosen(player, step);
    case YT_STEP_EXPECT_FITS:
        return yt_player_fits(player->kiosk->ui, player->err);
    default:
        return expect_queue(player, step);
    }
}

static bool read_label(const struct player *player, const struct yt_step *step)
{
    struct yt_buf text = {.max = DESCRIPTION_ROOM};

    if (!yt_player_read(player->kiosk->ui, step->text, &text))
        return unlike(player, "there is no such text to read");
    puts(yt_buf_string(&text));
    yt_buf_done(&text);
    return fflush(stdout) == 0 || yt_err_errno(player->err, errno, "standard output");
}

static SDL_Point point(const int64_t numbers[2])
{
    return (SDL_Point){(int)numbers[0], (int)numbers[1]};
}

static bool act(const struct player *player, const struct yt_step *step)
{
    switch (step->kind) {
    case YT_STEP_TAP:
    case YT_STEP_TOUCH:
        return tap(player, step);
    case YT_STEP_PRESS:
    case YT_STEP_DRAG:
        yt_player_finger(player->kiosk, point(step->numbers),
                         point(step->numbers + (step->kind == YT_STEP_DRAG ? 2 : 0)));
        yt_player_settle(player->kiosk);
        return true;
    case YT_STEP_TYPE:
        return yt_player_type(player->kiosk, step->text, player->err);
    case YT_STEP_KEY:
        return yt_player_keys(player->kiosk, step->text, player->err);
    case YT_STEP_WAIT:
        yt_player_wait(player->kiosk, step->numbers[0]);
        return true;
    case YT_STEP_MONKEY:
        yt_player_monkey(player->kiosk, step->numbers[0], (uint64_t)step->numbers[1]);
        return true;
    case YT_STEP_UNTIL_SCREEN:
    case YT_STEP_UNTIL_LABEL:
        return until(player, step);
    case YT_STEP_PRINTER:
        return tell_printer(player, step->text);
    case YT_STEP_SAY:
        puts(step->text);
        return fflush(stdout) == 0;
    case YT_STEP_READ:
        return read_label(player, step);
    case YT_STEP_SHOT:
    case YT_STEP_TREE:
    case YT_STEP_FRAME_TIMES:
        return write_file(player, step);
    default:
        return expect(player, step);
    }
}

static bool is_label(enum yt_step_kind kind)
{
    switch (kind) {
    case YT_STEP_TAP:
    case YT_STEP_TOUCH:
    case YT_STEP_EXPECT_LABEL:
    case YT_STEP_EXPECT_NO_LABEL:
    case YT_STEP_EXPECT_CHOSEN:
    case YT_STEP_UNTIL_LABEL:
    case YT_STEP_READ:
        return true;
    default:
        return false;
    }
}

/* The command with its label as it stands on the screen just now. */
static bool act_in_language(const struct player *player, const struct yt_step *step)
{
    YT_SCOPED(yt_buf_done) struct yt_buf label = {.max = 4096};
    struct yt_step said = *step;

    if (!is_label(step->kind))
        return act(player, step);
    if (!yt_player_label(player->kiosk->app, step->text, &label, player->err))
        return false;
    said.text = yt_buf_string(&label);
    return act(player, &said);
}

/* Where the script goes on after `at`. */
static size_t next_step(struct player *player, size_t at)
{
    const struct yt_step *step = &player->script->steps[at];

    if (step->kind == YT_STEP_REPEAT) {
        player->rounds[at] = step->numbers[0];
        return step->numbers[0] > 0 ? at + 1 : step->partner + 1;
    }
    if (step->kind == YT_STEP_END && --player->rounds[step->partner] > 0)
        return step->partner + 1;
    return at + 1;
}

/* A picture of what was on the screen when the script went another way. */
static void keep_failure(struct yt_kiosk *kiosk)
{
    struct yt_err err = {0};
    struct player player = {.kiosk = kiosk, .err = &err};
    char path[PATH_MAX];

    if (!path_of(&player, "failed.png", path) || !yt_ui_save_png(kiosk->ui, path, &err))
        yt_log_err(YT_LOG_WARNING, "keep a picture of the failure", &err);
}

static bool play(struct player *player)
{
    for (size_t at = 0; at < player->script->count; at = next_step(player, at)) {
        const struct yt_step *step = &player->script->steps[at];

        if (step->kind == YT_STEP_REPEAT || step->kind == YT_STEP_END ||
            act_in_language(player, step))
            continue;
        yt_err_context(player->err, "%s:%d: \"%s\"", player->kiosk->options->script, step->line,
                       step->text);
        keep_failure(player->kiosk);
        return false;
    }
    return true;
}

bool yt_player_play(struct yt_kiosk *kiosk, const char *file, struct yt_err *err)
{
    struct yt_arena arena;
    struct yt_script script = {0};
    struct player player = {.kiosk = kiosk, .script = &script, .err = err};
    bool played = false;

    yt_arena_init(&arena, (size_t)16 << 20);
    if (yt_script_load(file, &arena, &script, err) && (yt_frame_times_begin(&kiosk->times, err))) {
        player.rounds = yt_arena_take(&arena, script.count + 1, sizeof *player.rounds);
        yt_player_settle(kiosk);
        played = player.rounds ? play(&player) : yt_err_set(err, YT_ERR_NO_MEMORY, "play %s", file);
    }
    yt_arena_done(&arena);
    return played;
}
