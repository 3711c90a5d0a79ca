#include "desk/problem.h"

#include <jansson.h>
#include <stdlib.h>

static const struct yt_problem_words words[YT_PROBLEMS] = {
    [YT_PROBLEM_UNAUTHORIZED] = {401, "unauthorized", "The token is missing or not believed",
                                 "Send the token that was made when this kiosk was enrolled. It "
                                 "ends when the kiosk is revoked or gets another one.",
                                 NULL, NULL},
    [YT_PROBLEM_NOT_FOUND] = {404, "not-found", "There is nothing here",
                              "See openapi.json for what there is.", NULL, NULL},
    [YT_PROBLEM_ONLY_GET] = {405, "method-not-allowed", "This can only be read", "Use GET.", "GET",
                             NULL},
    [YT_PROBLEM_ONLY_PUT] = {405, "method-not-allowed", "Entries can only be handed in", "Use PUT.",
                             "PUT", NULL},
    [YT_PROBLEM_AMBIGUOUS] = {400, "ambiguous-request", "The request can be read in two ways",
                              "Send one Host, and either Content-Length or Transfer-Encoding.",
                              NULL, NULL},
    [YT_PROBLEM_TOO_LARGE] = {413, "too-large", "This is larger than any entry",
                              "An envelope has at most 3584 bytes, in its frame 3840.", NULL, NULL},
    [YT_PROBLEM_MALFORMED] = {400, "malformed", "This is no sealed entry",
                              "Send an envelope as it is, or in its frame padded with zeros to a "
                              "multiple of 256 bytes.",
                              NULL, NULL},
    [YT_PROBLEM_UNSUPPORTED] = {422, "unsupported-version", "This is of a later version",
                                "Update the desk.", NULL, NULL},
    [YT_PROBLEM_OTHER_ID] = {422, "other-id", "The path names another entry than the envelope",
                             "Use the id that is in the envelope.", NULL, NULL},
    [YT_PROBLEM_OTHER_DESK] = {422, "other-desk", "This is sealed for another desk",
                               "Compare desk.pub on the kiosk with this desk's.", NULL, NULL},
    [YT_PROBLEM_CONFLICT] = {409, "conflict", "The id is here with other content",
                             "The first one stays. Keep yours and ask at the desk.", NULL, NULL},
    [YT_PROBLEM_TOO_MANY] = {429, "too-many-requests", "Too many entries at once",
                             "Go on after a pause.", NULL, "5"},
    [YT_PROBLEM_STOPPING] = {503, "stopping", "The desk's server is about to end",
                             "Try again in a moment.", NULL, "5"},
    [YT_PROBLEM_FAILING] = {503, "store-failing", "The desk cannot write its store",
                            "Nothing was kept. Its log tells why.", NULL, "30"},
    [YT_PROBLEM_DISK_FULL] = {507, "disk-full", "The desk's disk is full",
                              "Nothing was kept. Make room on it.", NULL, "60"},
};

const struct yt_problem_words *yt_problem_words(enum yt_problem problem)
{
    return &words[problem];
}

bool yt_problem_write(enum yt_problem problem, struct yt_buf *to, struct yt_err *err)
{
    const struct yt_problem_words *say = &words[problem];
    json_t *type = json_sprintf("urn:yotte:problem:%s", say->name);
    json_t *document = json_pack("{s:o, s:s, s:i, s:s}", "type", type, "title", say->title,
                                 "status", (int)say->status, "detail", say->detail);
    char *text = document ? json_dumps(document, JSON_COMPACT) : NULL;

    if (text)
        yt_buf_text(to, text);
    free(text);
    json_decref(document);
    return text ? yt_buf_ok(to, err)
                : yt_err_set(err, YT_ERR_NO_MEMORY, "no memory for %s", say->name);
}
