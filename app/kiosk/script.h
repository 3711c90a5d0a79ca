/* Visits as files: a small language that site owners and testers write, one command a line.
 * docs: `man yotte-script`. Parsed whole before anything runs, so that a slip of the pen on line 80
 * is told before line 1 has tapped anything. */
#ifndef YT_KIOSK_SCRIPT_H
#define YT_KIOSK_SCRIPT_H

#include "base/arena.h"
#include "base/err.h"

#include <stddef.h>
#include <stdint.h>

enum yt_step_kind {
    YT_STEP_TAP,             /* tap "LABEL" [N] */
    YT_STEP_TOUCH,           /* touch "LABEL" [N]: tap without waiting for what follows */
    YT_STEP_PRESS,           /* press X,Y */
    YT_STEP_DRAG,            /* drag X,Y X,Y */
    YT_STEP_TYPE,            /* type "TEXT" */
    YT_STEP_KEY,             /* key NAME ... */
    YT_STEP_WAIT,            /* wait 90s */
    YT_STEP_EXPECT_SCREEN,   /* expect screen NAME */
    YT_STEP_EXPECT_LABEL,    /* expect label "LABEL" */
    YT_STEP_EXPECT_NO_LABEL, /* expect no label "LABEL" */
    YT_STEP_EXPECT_CHOSEN,   /* expect chosen "LABEL" */
    YT_STEP_EXPECT_FITS,     /* expect fits */
    YT_STEP_EXPECT_QUEUE,    /* expect queue N */
    YT_STEP_SHOT,            /* shot FILE */
    YT_STEP_TREE,            /* tree FILE */
    YT_STEP_FRAME_TIMES,     /* frame-times FILE */
    YT_STEP_PRINTER,         /* printer COMMAND ... */
    YT_STEP_UNTIL_SCREEN,    /* until screen NAME */
    YT_STEP_UNTIL_LABEL,     /* until label "LABEL" */
    YT_STEP_MONKEY,          /* monkey TAPS SEED */
    YT_STEP_REPEAT,          /* repeat N */
    YT_STEP_END,             /* end */
    YT_STEP_SAY,             /* say "TEXT" */
    YT_STEP_READ,            /* read "LABEL" */
};

#define YT_STEP_NUMBERS 4

struct yt_step {
    enum yt_step_kind kind;
    int line;
    const char *text; /* label, name, file or words, "" when the command has none; in the arena.
                         A label may be "@name" (player_label.h) */
    int64_t numbers[YT_STEP_NUMBERS]; /* N, coordinates, milliseconds, taps and seed */
    size_t partner;                   /* of repeat: its end, of end: its repeat */
};

struct yt_script {
    struct yt_step *steps; /* in the arena */
    size_t count;
};

/* Reads `file`. The script lives as long as the arena. Errors are "file:line:column: ..." with the
 * form of the command as the remedy. */
YT_MUST_CHECK bool yt_script_load(const char *file, struct yt_arena *arena,
                                  struct yt_script *script, struct yt_err *err);

/* The same from memory; `name` stands for the file in errors. */
YT_MUST_CHECK bool yt_script_parse(const char *name, const char *text, struct yt_arena *arena,
                                   struct yt_script *script, struct yt_err *err);

#endif
