/* Plays a visit that is written as a file (script.h) on the real kiosk: the same widgets, workers,
 * queue and printer as with people, a finger instead of theirs and a clock that stands still
 * between `wait`s. */
#ifndef YT_KIOSK_PLAYER_H
#define YT_KIOSK_PLAYER_H

#include "kiosk/kiosk.h"

/* False at the first command that goes another way than written: err says "file:line: ..." with
 * what is on the screen instead, and a picture `failed.png` lies in the folder of --shots. */
YT_MUST_CHECK bool yt_player_play(struct yt_kiosk *kiosk, const char *file, struct yt_err *err);

#endif
