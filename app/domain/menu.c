#include "domain/menu.h"

#include <string.h>

int yt_menu_find(const struct yt_menu *menu, const char *id)
{
    for (size_t i = 0; i < menu->count; i++)
        if (strcmp(menu->items[i].id, id) == 0)
            return (int)i;
    return -1;
}

int yt_menu_numbered(const struct yt_menu *menu, uint16_t number)
{
    for (size_t i = 0; i < menu->count; i++)
        if (menu->items[i].number == number)
            return (int)i;
    return -1;
}

uint64_t yt_menu_shown(const struct yt_menu *menu, struct yt_date today)
{
    uint64_t shown = 0;

    for (size_t i = 0; i < menu->count; i++)
        if (!menu->items[i].has_until || yt_date_compare(today, menu->items[i].until) <= 0)
            shown |= yt_bit(i);
    return shown;
}
