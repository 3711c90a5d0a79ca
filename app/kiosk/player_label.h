/* Labels in scripts that hold in every language: "@ui.next" instead of "つぎへ". */
#ifndef YT_KIOSK_PLAYER_LABEL_H
#define YT_KIOSK_PLAYER_LABEL_H

#include "base/buf.h"
#include "base/err.h"
#include "screens/nav.h"

/* Appends what stands on the screen for `label`: itself, or, when it begins with "@", the text of
 * that name in the language of the visit, without ruby and up to its first {place}:
 *   @q.today, @q.today.food     a question, an answer
 *   @topic.money  @menu.M13     a topic, a menu item
 *   @type.phone  @place.cafe    an appointment's type and place
 *   @language.ne                a language's own name
 *   @digits.14:45               these digits as the language writes them
 *   @ui.next                    anything else: a message
 * YT_ERR_NOT_FOUND when there is no such name. */
YT_MUST_CHECK bool yt_player_label(const struct yt_app *app, const char *label, struct yt_buf *to,
                                   struct yt_err *err);

#endif
