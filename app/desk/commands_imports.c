/* yotte-desk listings|programmes|places import SITE FILE: tries the sheet out with the loader that
 * the kiosks use, and puts it into the site. */
#include "base/str.h"
#include "content/content.h"
#include "content/import/print.h"
#include "desk/command_parts.h"
#include "desk/import_files.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define NAME_BYTES 32

static bool wants(const struct yt_desk_options *options, struct yt_err *err)
{
    if (options->folder && strcmp(options->folder, "import") == 0 && options->argument_count == 2)
        return true;
    yt_err_set(err, YT_ERR_INVALID, "%s: say import, the site's folder and the file",
               options->command);
    return yt_err_remedy(err, "As in: yotte-desk %s import kiosk-config jobs.csv",
                         options->command);
}

/* The file's name without folder and end, where none was given. */
static bool take_name(const struct yt_desk_options *options, const char *file,
                      char name[NAME_BYTES], struct yt_err *err)
{
    const char *slash = strrchr(file, '/');
    const char *begin = options->source ? options->source : slash ? slash + 1 : file;
    const char *end = options->source ? NULL : strrchr(begin, '.');
    const size_t length = end && end > begin ? (size_t)(end - begin) : strlen(begin);

    (void)snprintf(name, NAME_BYTES, "%.*s", (int)(length < NAME_BYTES ? length : NAME_BYTES),
                   begin);
    yt_str_trim_partial(name);
    if (name[0] != '\0' && name[0] != '.' && !strchr(name, '/') && length < NAME_BYTES)
        return true;
    yt_err_set(err, YT_ERR_INVALID, "\"%.60s\" cannot name a sheet of the site", begin);
    return yt_err_remedy(err, "Give a short name with --source, as in --source north-office.");
}

static enum yt_desk_exit refuse(const char *file, const struct yt_import_counts *counts)
{
    if (counts->good == 0)
        fprintf(stderr, "yotte-desk: %s: none of the %zu rows can be used; nothing was changed\n",
                file, counts->rows);
    else
        fprintf(stderr,
                "yotte-desk: %s: %zu of %zu rows are bad; nothing was changed\n"
                "  Correct them, or import without --strict.\n",
                file, counts->bad, counts->rows);
    return YT_EXIT_REFUSED;
}

static bool try_out(const struct yt_desk_options *options, const struct yt_import_options *import,
                    struct yt_import_counts *counts, struct yt_err *err)
{
    struct yt_import_print print;
    bool read;

    yt_import_print_init(&print, import->file, stderr,
                         options->progress || isatty(STDERR_FILENO) == 1, &yt_import_trial);
    read = yt_import_file(import, &print.sink, counts, err);
    yt_import_print_end(&print);
    return read;
}

static enum yt_desk_exit import(const struct yt_desk_options *options, enum yt_import_kind kind)
{
    YT_SCOPED(yt_content_free_scoped) struct yt_content *content = NULL;
    struct yt_import_options what = {.kind = kind, .mapping = options->mapping};
    struct yt_import_counts counts;
    char name[NAME_BYTES];
    struct yt_err err = {0};

    if (!wants(options, &err))
        return yt_command_fail(&err);
    what.file = options->arguments[1];
    if (!take_name(options, what.file, name, &err) ||
        !(content = yt_content_load(options->arguments[0], NULL, &err)))
        return yt_command_fail(&err);
    what.languages = &yt_content_site(content)->site.languages;
    if (!try_out(options, &what, &counts, &err))
        return err.code == YT_ERR_INVALID ? (yt_command_fail(&err), YT_EXIT_REFUSED)
                                          : yt_command_fail(&err);
    if (counts.good == 0 || (options->strict && counts.bad > 0))
        return refuse(what.file, &counts);
    if (!options->dry_run && !yt_import_files_put(options->arguments[0], &what, name, &err))
        return yt_command_fail(&err);
    printf("%s: %zu rows read, %zu %s taken, %zu rows left out (%s%s/imports/%s/%s)\n", what.file,
           counts.rows, counts.good, yt_import_kind_name(kind), counts.bad,
           options->dry_run ? "a trial; it would be " : "", options->arguments[0],
           yt_import_kind_name(kind), name);
    return YT_EXIT_DONE;
}

enum yt_desk_exit yt_command_listings(const struct yt_desk_options *options)
{
    return import(options, YT_IMPORT_LISTINGS);
}

enum yt_desk_exit yt_command_programmes(const struct yt_desk_options *options)
{
    return import(options, YT_IMPORT_PROGRAMMES);
}

enum yt_desk_exit yt_command_places(const struct yt_desk_options *options)
{
    return import(options, YT_IMPORT_PLACES);
}
