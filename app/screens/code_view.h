/* A QR symbol on the screen. */
#ifndef YT_SCREENS_CODE_VIEW_H
#define YT_SCREENS_CODE_VIEW_H

#include "screens/services.h"
#include "ui/ui.h"

/* Declares it, as large as fits up to `size_mm`. Nothing is left of it in memory but in the
 * toolkit, until that forgets. */
void yt_code_declare(struct yt_ui *ui, const struct yt_code_symbol *symbol, const char *label,
                     float size_mm);

#endif
