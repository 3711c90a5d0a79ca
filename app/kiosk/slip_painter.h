/* Puts the toolkit's text engine behind the slip's painter: hand-off may not know the toolkit, and
 * one project has one way to lay text out. */
#ifndef YT_KIOSK_SLIP_PAINTER_H
#define YT_KIOSK_SLIP_PAINTER_H

#include "handoff/slip.h"
#include "ui/text/text.h"

/* `engine` must outlive the painter and belong to the thread that composes. */
struct yt_slip_painter yt_slip_painter(struct yt_text_engine *engine);

#endif
