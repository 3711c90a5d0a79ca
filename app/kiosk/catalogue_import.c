#include "kiosk/catalogue_import.h"

#include "base/fs.h"
#include "base/log.h"
#include "kiosk/catalogue_build.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

static bool add_listing(const struct yt_listing *listing, void *context, struct yt_err *err)
{
    const struct yt_catalogue_source_sink *to = context;

    return yt_catalogue_builder_listing(to->builder, to->source, listing, err);
}

/* The site's own programmes and places are not in the catalogue, and yet they are shown with it. */
static bool refuse_own(const char *id, struct yt_err *err)
{
    yt_err_set(err, YT_ERR_CONFLICT, "the site has the id %s itself", id);
    return yt_err_remedy(err, "Give one of the two another id.");
}

static bool add_programme(const struct yt_programme *programme, void *context, struct yt_err *err)
{
    const struct yt_catalogue_source_sink *to = context;

    for (size_t i = 0; i < to->own->programme_count; i++)
        if (strcmp(to->own->programmes[i].id, programme->id) == 0)
            return refuse_own(programme->id, err);
    return yt_catalogue_builder_programme(to->builder, to->source, programme, err);
}

static bool add_place(const struct yt_open_place *place, void *context, struct yt_err *err)
{
    const struct yt_catalogue_source_sink *to = context;

    for (size_t i = 0; i < to->own->place_count; i++)
        if (strcmp(to->own->places[i].id, place->id) == 0)
            return refuse_own(place->id, err);
    return yt_catalogue_builder_place(to->builder, to->source, place, err);
}

void yt_catalogue_source_sink_init(struct yt_catalogue_source_sink *to,
                                   struct yt_catalogue_builder *builder, const char *source,
                                   const struct yt_offers *own)
{
    *to = (struct yt_catalogue_source_sink){.sink = {.listing = add_listing,
                                                     .programme = add_programme,
                                                     .place = add_place,
                                                     .context = to},
                                            .builder = builder,
                                            .source = source,
                                            .own = own};
}

/* It stands in lists that people and scripts read line by line. */
static bool is_one_line(const char *name)
{
    for (const char *at = name; *at != '\0'; at++)
        if ((unsigned char)*at < ' ' || *at == 0x7F)
            return false;
    return true;
}

bool yt_catalogue_source_name(const char *name, struct yt_err *err)
{
    if (name[0] != '\0' && name[0] != '.' && !strchr(name, '/') && is_one_line(name) &&
        strcmp(name, YT_SOURCE_SITE) != 0 && strlen(name) < YT_SOURCE_MAX / 2)
        return true;
    yt_err_set(err, YT_ERR_INVALID, "\"%.60s\" cannot name a source", name);
    return yt_err_remedy(err, "Give a short name with --source, as in --source north-office.");
}

/* What cannot be read is kept for whoever looks after the box, and built anew. */
static bool set_aside(const char *path, const struct yt_err *why, struct yt_err *err)
{
    char renamed[PATH_MAX];

    if (!yt_fs_set_aside(path, renamed, sizeof renamed, err))
        return false;
    yt_log(YT_LOG_WARNING, "%s was set aside as %s: %s", path, renamed, why->text);
    return true;
}

static bool keep_stamp(struct yt_catalogue_builder *builder, const char *path,
                       const struct yt_site_content *site, struct yt_err *err)
{
    struct yt_err none = {0};
    YT_SCOPED(yt_catalogue_free_scoped)
    struct yt_catalogue *old = yt_catalogue_open(path, &site->site.languages, &none);

    return !old || yt_catalogue_builder_stamp(builder, yt_catalogue_stamp(old), err);
}

struct yt_catalogue_builder *yt_catalogue_begin(const char *data_folder,
                                                const struct yt_site_content *site,
                                                const char *except, struct yt_err *err)
{
    const struct yt_offers *offers = &site->offers;
    char path[PATH_MAX];

    if (snprintf(path, sizeof path, "%s/" YT_CATALOGUE_FILE, data_folder) >= (int)sizeof path) {
        yt_err_set(err, YT_ERR_INVALID, "%s: the path is too long", data_folder);
        return NULL;
    }
    if (!yt_fs_make_folders(data_folder, 0700, err))
        return NULL;
    for (int attempt = 0;; attempt++) {
        struct yt_err why = {0};
        struct yt_catalogue_builder *builder = yt_catalogue_builder_new(
            path, &site->site.languages, offers->search_groups, offers->search_group_count, err);

        if (!builder)
            return NULL;
        if (yt_catalogue_builder_keep(builder, except, &why) &&
            keep_stamp(builder, path, site, &why))
            return builder;
        yt_catalogue_builder_free(builder);
        *err = why;
        if (attempt > 0 ||
            (why.code != YT_ERR_CORRUPT && why.code != YT_ERR_UNSUPPORTED &&
             why.code != YT_ERR_FOREIGN) ||
            !set_aside(path, &why, err))
            return NULL;
    }
}
