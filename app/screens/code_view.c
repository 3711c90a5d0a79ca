#include "screens/code_view.h"

#include <sodium.h>
#include <stdlib.h>

void yt_code_declare(struct yt_ui *ui, const struct yt_code_symbol *symbol, const char *label,
                     float size_mm)
{
    const size_t modules_max = (size_t)YT_CODE_MODULES_MAX * YT_CODE_MODULES_MAX;
    const size_t count = (size_t)symbol->width * symbol->width;
    uint8_t *modules = malloc(modules_max);

    if (!modules)
        return;
    for (size_t at = 0; at < count && at < modules_max; at++)
        modules[at] = symbol->modules[at / 8] >> (at % 8) & 1;
    yt_ui_code(ui, &(struct yt_ui_code){
                       .modules = modules,
                       .side = symbol->width,
                       .label = label,
                       .size_mm = size_mm,
                   });
    sodium_memzero(modules, modules_max);
    free(modules);
}
