/* Whether somebody on this screen manages windows. */
#ifndef YT_UI_WINDOW_MANAGER_H
#define YT_UI_WINDOW_MANAGER_H

#include <stdbool.h>

/* False only on an X server where nobody does (Extended Window Manager Hints,
 * _NET_SUPPORTING_WM_CHECK). SDL would wait there for 100 ms for a window to become full-screen.
 * After SDL's video has begun. */
bool yt_window_manager_present(void);

#endif
