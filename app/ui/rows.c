/* Long lists, of which only what is in sight and some around it is declared. */
#include "ui/state.h"

#define FEW 48

struct yt_ui_rows_span yt_ui_rows_begin(struct yt_ui *ui, const struct yt_ui_rows *rows)
{
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_GRID,
                                        .columns = rows->columns > 0 ? rows->columns : 1,
                                        .cell_em = rows->cell_em,
                                        .key = rows->key});
    return (struct yt_ui_rows_span){0, rows->count < FEW ? rows->count : FEW};
}

void yt_ui_rows_end(struct yt_ui *ui)
{
    yt_ui_end(ui);
}

bool yt_ui_rows_moved(const struct yt_ui *ui)
{
    (void)ui;
    return false;
}
