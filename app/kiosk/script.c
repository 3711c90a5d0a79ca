#include "kiosk/script.h"

#include "base/fs.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

#define SCRIPT_SIZE_MAX ((size_t)256 * 1024)
#define STEPS_MAX 20000
#define REPEAT_DEPTH_MAX 8

/* What may follow the words of a command. */
enum argument {
    ARG_END,
    ARG_STRING,
    ARG_LABEL, /* a string, or @name */
    ARG_NAME,
    ARG_REST,
    ARG_COUNT,
    ARG_POINT,
    ARG_TIME,
    ARG_OPTIONAL_COUNT
};

static const struct form {
    const char *words;
    enum yt_step_kind kind;
    enum argument arguments[3];
    const char *usage;
} forms[] = {
    {"tap", YT_STEP_TAP, {ARG_LABEL, ARG_OPTIONAL_COUNT}, "tap \"LABEL\" [N]"},
    {"touch", YT_STEP_TOUCH, {ARG_LABEL, ARG_OPTIONAL_COUNT}, "touch \"LABEL\" [N]"},
    {"press", YT_STEP_PRESS, {ARG_POINT}, "press X,Y"},
    {"drag", YT_STEP_DRAG, {ARG_POINT, ARG_POINT}, "drag X,Y X,Y"},
    {"type", YT_STEP_TYPE, {ARG_STRING}, "type \"TEXT\""},
    {"key", YT_STEP_KEY, {ARG_REST}, "key NAME [NAME ...], as in key Tab Return"},
    {"wait", YT_STEP_WAIT, {ARG_TIME}, "wait 90s, 500ms or 2m"},
    {"expect screen", YT_STEP_EXPECT_SCREEN, {ARG_NAME}, "expect screen NAME"},
    {"expect label", YT_STEP_EXPECT_LABEL, {ARG_LABEL}, "expect label \"LABEL\""},
    {"expect no label", YT_STEP_EXPECT_NO_LABEL, {ARG_LABEL}, "expect no label \"LABEL\""},
    {"expect chosen", YT_STEP_EXPECT_CHOSEN, {ARG_LABEL}, "expect chosen \"LABEL\""},
    {"expect fits", YT_STEP_EXPECT_FITS, {ARG_END}, "expect fits"},
    {"expect queue", YT_STEP_EXPECT_QUEUE, {ARG_COUNT}, "expect queue N"},
    {"shot", YT_STEP_SHOT, {ARG_NAME}, "shot FILE.png"},
    {"tree", YT_STEP_TREE, {ARG_NAME}, "tree FILE.tsv"},
    {"frame-times", YT_STEP_FRAME_TIMES, {ARG_NAME}, "frame-times FILE.tsv"},
    {"printer", YT_STEP_PRINTER, {ARG_REST}, "printer COMMAND, as in printer paper-out"},
    {"until screen", YT_STEP_UNTIL_SCREEN, {ARG_NAME}, "until screen NAME"},
    {"until label", YT_STEP_UNTIL_LABEL, {ARG_LABEL}, "until label \"LABEL\""},
    {"monkey", YT_STEP_MONKEY, {ARG_COUNT, ARG_COUNT}, "monkey TAPS SEED"},
    {"repeat", YT_STEP_REPEAT, {ARG_COUNT}, "repeat N"},
    {"end", YT_STEP_END, {ARG_END}, "end"},
    {"say", YT_STEP_SAY, {ARG_STRING}, "say \"TEXT\""},
    {"read", YT_STEP_READ, {ARG_LABEL}, "read \"LABEL\""},
};

struct reader {
    const char *name;
    const char *line_start;
    const char *at;
    const char *line_end;
    int line;
    struct yt_arena *arena;
    struct yt_err *err;
};

static bool fail(const struct reader *reader, const char *what, const char *usage)
{
    char before[YT_ERR_TEXT_MAX];
    size_t size = (size_t)(reader->at - reader->line_start);

    if (size >= sizeof before)
        size = sizeof before - 1;
    memcpy(before, reader->line_start, size);
    before[size] = '\0';
    yt_err_set(reader->err, YT_ERR_INVALID, "%s:%d:%zu: %s", reader->name, reader->line,
               yt_str_length(before) + 1, what);
    return yt_err_remedy(reader->err, "Write %s.", usage);
}

static void skip_blanks(struct reader *reader)
{
    while (reader->at < reader->line_end && (*reader->at == ' ' || *reader->at == '\t'))
        reader->at++;
    if (reader->at < reader->line_end && *reader->at == '#')
        reader->at = reader->line_end;
}

static size_t word_size(const struct reader *reader)
{
    const char *end = reader->at;

    while (end < reader->line_end && *end != ' ' && *end != '\t')
        end++;
    return (size_t)(end - reader->at);
}

/* Takes the words of `form` from the line; leaves the line as it was when they do not stand there.
 */
static bool take_words(struct reader *reader, const char *words)
{
    const char *start = reader->at;

    while (*words) {
        size_t size = strcspn(words, " ");

        skip_blanks(reader);
        if (word_size(reader) != size || strncmp(reader->at, words, size) != 0) {
            reader->at = start;
            return false;
        }
        reader->at += size;
        words += size + (words[size] == ' ');
    }
    return true;
}

static bool read_string(struct reader *reader, struct yt_step *step, const char *usage)
{
    char *to;
    char *text;

    if (reader->at == reader->line_end || *reader->at != '"')
        return fail(reader, "a text in double quotes is missing", usage);
    reader->at++;
    if (!(to = text = yt_arena_take(reader->arena, (size_t)(reader->line_end - reader->at) + 1, 1)))
        return yt_err_set(reader->err, YT_ERR_NO_MEMORY, "%s", reader->name);
    while (reader->at < reader->line_end && *reader->at != '"') {
        if (*reader->at == '\\' && reader->at + 1 < reader->line_end)
            reader->at++;
        *to++ = *reader->at++;
    }
    if (reader->at == reader->line_end)
        return fail(reader, "the closing double quote is missing", usage);
    reader->at++;
    step->text = text;
    return true;
}

static bool read_text_of(struct reader *reader, size_t size, struct yt_step *step,
                         const char *usage)
{
    if (size == 0)
        return fail(reader, "the command ends too early", usage);
    if (!(step->text = yt_arena_text(reader->arena, reader->at, size)))
        return yt_err_set(reader->err, YT_ERR_NO_MEMORY, "%s", reader->name);
    reader->at += size;
    return true;
}

static bool read_number(struct reader *reader, int64_t *number, const char *usage)
{
    char *end;

    if (reader->at == reader->line_end || *reader->at < '0' || *reader->at > '9')
        return fail(reader, "a number is missing", usage);
    *number = strtoll(reader->at, &end, 10);
    if (*number > 100000000)
        return fail(reader, "this number is too large", usage);
    reader->at = end;
    return true;
}

static bool read_point(struct reader *reader, int64_t point[2], const char *usage)
{
    if (!read_number(reader, &point[0], usage))
        return false;
    if (reader->at == reader->line_end || *reader->at != ',')
        return fail(reader, "a comma between two numbers is missing", usage);
    reader->at++;
    return read_number(reader, &point[1], usage);
}

static bool read_time(struct reader *reader, int64_t *ms, const char *usage)
{
    static const struct {
        const char *unit;
        int64_t ms;
    } units[] = {{"ms", 1}, {"s", 1000}, {"m", 60000}};
    size_t size;

    if (!read_number(reader, ms, usage))
        return false;
    size = word_size(reader);
    for (size_t i = 0; i < YT_COUNT(units); i++) {
        if (strlen(units[i].unit) != size || strncmp(reader->at, units[i].unit, size) != 0)
            continue;
        reader->at += size;
        *ms *= units[i].ms;
        return true;
    }
    return fail(reader, "the unit of time is missing", usage);
}

static bool read_argument(struct reader *reader, enum argument argument, size_t *numbers,
                          struct yt_step *step, const char *usage)
{
    const char *last;

    skip_blanks(reader);
    switch (argument) {
    case ARG_STRING:
        return read_string(reader, step, usage);
    case ARG_LABEL:
        if (reader->at < reader->line_end && *reader->at == '@')
            return read_text_of(reader, word_size(reader), step, usage);
        return read_string(reader, step, usage);
    case ARG_NAME:
        if (reader->at < reader->line_end && *reader->at == '"')
            return read_string(reader, step, usage);
        return read_text_of(reader, word_size(reader), step, usage);
    case ARG_REST:
        last = reader->line_end;
        while (last > reader->at && (last[-1] == ' ' || last[-1] == '\t'))
            last--;
        return read_text_of(reader, (size_t)(last - reader->at), step, usage);
    case ARG_COUNT:
        return read_number(reader, &step->numbers[(*numbers)++], usage);
    case ARG_OPTIONAL_COUNT:
        if (reader->at < reader->line_end)
            return read_number(reader, &step->numbers[0], usage);
        step->numbers[0] = 1;
        return true;
    case ARG_POINT:
        *numbers += 2;
        return read_point(reader, &step->numbers[*numbers - 2], usage);
    case ARG_TIME:
        return read_time(reader, &step->numbers[0], usage);
    case ARG_END:
        break;
    }
    return true;
}

static bool read_step(struct reader *reader, struct yt_step *step)
{
    const struct form *form = NULL;
    size_t numbers = 0;

    for (size_t i = 0; i < YT_COUNT(forms) && !form; i++)
        if (take_words(reader, forms[i].words))
            form = &forms[i];
    if (!form)
        return fail(reader, "no such command",
                    "one of: tap, touch, press, drag, type, key, wait, expect, until, shot, tree, "
                    "frame-times, printer, monkey, repeat, end, say, read");
    *step = (struct yt_step){.kind = form->kind, .line = reader->line, .text = ""};
    for (size_t i = 0; i < YT_COUNT(form->arguments) && form->arguments[i] != ARG_END; i++)
        if (!read_argument(reader, form->arguments[i], &numbers, step, form->usage))
            return false;
    skip_blanks(reader);
    if (reader->at < reader->line_end)
        return fail(reader, "something stands behind the command", form->usage);
    return true;
}

/* Ties each repeat to its end, so that running needs no search. */
static bool pair_loops(const char *name, struct yt_script *script, struct yt_err *err)
{
    size_t open[REPEAT_DEPTH_MAX];
    size_t depth = 0;

    for (size_t i = 0; i < script->count; i++) {
        struct yt_step *step = &script->steps[i];

        if (step->kind == YT_STEP_REPEAT) {
            if (depth == REPEAT_DEPTH_MAX)
                return yt_err_set(err, YT_ERR_INVALID, "%s:%d:1: more than %d loops in each other",
                                  name, step->line, REPEAT_DEPTH_MAX);
            open[depth++] = i;
        } else if (step->kind == YT_STEP_END) {
            if (depth == 0)
                return yt_err_set(err, YT_ERR_INVALID, "%s:%d:1: end without repeat", name,
                                  step->line);
            step->partner = open[--depth];
            script->steps[step->partner].partner = i;
        }
    }
    if (depth > 0)
        return yt_err_set(err, YT_ERR_INVALID, "%s:%d:1: repeat without end", name,
                          script->steps[open[depth - 1]].line);
    return true;
}

bool yt_script_parse(const char *name, const char *text, struct yt_arena *arena,
                     struct yt_script *script, struct yt_err *err)
{
    struct reader reader = {.name = name, .at = text, .arena = arena, .err = err};

    script->count = 0;
    if (!(script->steps = yt_arena_take(arena, STEPS_MAX, sizeof *script->steps)))
        return yt_err_set(err, YT_ERR_NO_MEMORY, "%s", name);
    while (*reader.at) {
        reader.line++;
        reader.line_start = reader.at;
        reader.line_end = reader.at + strcspn(reader.at, "\r\n");
        skip_blanks(&reader);
        if (reader.at < reader.line_end) {
            if (script->count == STEPS_MAX)
                return yt_err_set(err, YT_ERR_TOO_LARGE, "%s:%d:1: more than %d commands", name,
                                  reader.line, STEPS_MAX);
            if (!read_step(&reader, &script->steps[script->count++]))
                return false;
        }
        reader.at = reader.line_end + (*reader.line_end == '\r');
        reader.at += *reader.at == '\n';
    }
    return pair_loops(name, script, err);
}

bool yt_script_load(const char *file, struct yt_arena *arena, struct yt_script *script,
                    struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf text = {.max = SCRIPT_SIZE_MAX};

    if (!yt_fs_read(file, &text, err))
        return false;
    if (!yt_str_valid(yt_buf_string(&text), text.size))
        return yt_err_set(err, YT_ERR_INVALID, "%s: is not UTF-8 text", file);
    return yt_script_parse(file, yt_buf_string(&text), arena, script, err);
}
