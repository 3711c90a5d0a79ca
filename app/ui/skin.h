/* How the things that can be touched begin, and what they look like. */
#ifndef YT_UI_SKIN_H
#define YT_UI_SKIN_H

#include "ui/item.h"
#include "ui/theme.h"

struct yt_touch {
    enum yt_ui_role role;
    const char *label;
    struct yt_ui_action action;
    bool chosen, disabled;
    uint32_t key;
    struct yt_skin skin;
};

/* Opens a centred row, at least as large as a finger needs; the caller adds its parts and ends it
 * with yt_ui_pop. */
struct yt_item *yt_ui_begin_touch(struct yt_ui *ui, const struct yt_touch *touch);

/* Of something that may be chosen; of something that cannot be used now. */
struct yt_skin yt_skin_choice(const struct yt_ui_theme *theme, bool chosen);
struct yt_skin yt_skin_off(const struct yt_ui_theme *theme);

#endif
