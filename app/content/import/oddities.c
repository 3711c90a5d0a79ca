#include "content/import/oddities.h"

#include "content/import/importer.h"

#include <stdio.h>

static void note(struct yt_oddity *oddity, const struct yt_row *row)
{
    if (oddity->count < YT_ODDITY_ROWS_SHOWN)
        oddity->lines[oddity->count] = row->line;
    oddity->count++;
}

void yt_oddities_note(struct yt_oddities *oddities, const struct yt_row *row)
{
    switch (row->importer->options->kind) {
    case YT_IMPORT_LISTINGS:
        if (row->is.listing.checked.year == 0)
            note(&oddities->unchecked, row);
        if (row->pay_left_out)
            note(&oddities->pay, row);
        if (row->tasks_joined)
            note(&oddities->tasks, row);
        break;
    case YT_IMPORT_PROGRAMMES:
        if (row->cancelled)
            note(&oddities->cancelled, row);
        break;
    case YT_IMPORT_PLACES:
        break;
    }
}

static void tell(struct yt_importer *importer, const struct yt_oddity *oddity, const char *says)
{
    char lines[YT_ODDITY_ROWS_SHOWN * 12 + 16];
    size_t used = 0;

    if (oddity->count == 0)
        return;
    for (size_t i = 0; i < oddity->count && i < YT_ODDITY_ROWS_SHOWN; i++)
        used += (size_t)snprintf(lines + used, sizeof lines - used, "%s%u", i ? ", " : "",
                                 oddity->lines[i]);
    if (oddity->count > YT_ODDITY_ROWS_SHOWN)
        (void)snprintf(lines + used, sizeof lines - used, " ...");
    yt_importer_notice(importer, "%zu %s %s (line %s)", oddity->count,
                       yt_import_kind_name(importer->options->kind), says, lines);
}

void yt_oddities_tell(struct yt_importer *importer)
{
    const struct yt_oddities *oddities = &importer->oddities;

    tell(importer, &oddities->unchecked,
         "will never be shown, because nothing says when they were last checked: add a column "
         "\"checked\", or put \"checked: 2026-11-20\" under constants: of a mapping, or "
         "import with --checked DATE");
    tell(importer, &oddities->pay,
         "are shown without pay, because theirs is not in yen by the hour, the day or the month");
    tell(importer, &oddities->tasks,
         "say more than 5 tasks: the fifth place holds the others, as far as there is room");
    tell(importer, &oddities->cancelled, "are shown as cancelled");
}
