/* The finger and the keys of a script, and waiting for what follows from them. */
#ifndef YT_KIOSK_PLAYER_HAND_H
#define YT_KIOSK_PLAYER_HAND_H

#include "kiosk/kiosk.h"
#include "ui/tree.h"

/* Lets the workers finish what was asked of them and shows it. A printer that waits for a person is
 * not waited for longer than two seconds. */
void yt_player_settle(struct yt_kiosk *kiosk);

/* Lets so much time pass on the script's clock. */
void yt_player_wait(struct yt_kiosk *kiosk, int64_t ms);

/* A finger that goes down at one place and up at another. What follows from it may still be under
 * way (yt_player_settle). */
void yt_player_finger(struct yt_kiosk *kiosk, SDL_Point down, SDL_Point up);

/* Brings the node into sight and touches its middle. What follows from it may still be under way
 * (yt_player_settle). */
void yt_player_touch(struct yt_kiosk *kiosk, const struct yt_ui_node *node);

/* Presses keys of a real keyboard, named as SDL names them, separated by blanks. */
YT_MUST_CHECK bool yt_player_keys(struct yt_kiosk *kiosk, const char *names, struct yt_err *err);

/* Writes with the on-screen keyboard. */
YT_MUST_CHECK bool yt_player_type(struct yt_kiosk *kiosk, const char *text, struct yt_err *err);

/* Random touches; the same seed gives the same ones. */
void yt_player_monkey(struct yt_kiosk *kiosk, int64_t taps, uint64_t seed);

#endif
