/* The screens, by name. Each is defined in the file named after it. */
#ifndef YT_SCREENS_SCREENS_H
#define YT_SCREENS_SCREENS_H

#include "screens/nav.h"

/* From home to the result. */
extern const struct yt_screen_ops yt_screen_home;
extern const struct yt_screen_ops yt_screen_language;
extern const struct yt_screen_ops yt_screen_view; /* text size and contrast */
extern const struct yt_screen_ops yt_screen_check_start;
extern const struct yt_screen_ops yt_screen_pace;
extern const struct yt_screen_ops yt_screen_topics;
extern const struct yt_screen_ops yt_screen_question;
extern const struct yt_screen_ops yt_screen_easy; /* easy Japanese is offered */
extern const struct yt_screen_ops yt_screen_help;
extern const struct yt_screen_ops yt_screen_result;

/* From any screen. */
extern const struct yt_screen_ops yt_screen_hide;
extern const struct yt_screen_ops yt_screen_staff;
extern const struct yt_screen_ops yt_screen_stop;
extern const struct yt_screen_ops yt_screen_idle;

#endif
