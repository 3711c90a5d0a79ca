/* The line to the desk: one connection, kept as long as it holds. Nothing is sent before who
 * answers has proved to be the desk, and no redirect is followed. */
#ifndef YT_COURIER_LINK_H
#define YT_COURIER_LINK_H

#include "courier/answer.h"
#include "courier/setup.h"

struct yt_link;

/* `stop` is asked about once a second while something is under way, and may be NULL. `setup` must
 * outlive the link. NULL only without memory. */
struct yt_link *yt_link_new(const struct yt_courier_setup *setup, bool (*stop)(void *context),
                            void *context);
void yt_link_free(struct yt_link *link);
YT_DEFINE_SCOPED(struct yt_link, yt_link_free)

/* The desk does not let this kiosk in: is there another token in its file by now? Then it is the
 * one that is shown from now on. False when it is the same, or cannot be read. */
bool yt_link_renew_token(struct yt_link *link);

/* Sends the entry and waits for an answer, half a minute at most. NONE when there is one, whatever
 * it says; otherwise what was in the way, and `ret_detail` says it as the library does. */
enum yt_trouble yt_link_put(struct yt_link *link, const struct yt_sealed *sealed,
                            struct yt_answer *ret_answer, const char **ret_detail);

#endif
