#include "courier/link.h"

#include "handoff/frame.h"

#include <curl/curl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CONNECT_MS 15000L
#define ANSWER_MS 30000L
/* X509_verify_cert(3): not yet valid, has expired. */
#define NOT_YET_VALID 9L
#define EXPIRED 10L

struct yt_link {
    const struct yt_courier_setup *setup;
    bool (*stop)(void *context);
    void *context;
    CURL *curl;
    char token[YT_COURIER_TOKEN_MAX];
    struct curl_slist *headers; /* one has the token in it */
    struct yt_answer *answer;   /* of the exchange under way */
    char error[CURL_ERROR_SIZE];
    uint8_t frame[YT_FRAME_MAX];
};

static size_t take_body(char *data, size_t one, size_t count, void *context)
{
    struct yt_link *link = context;
    struct yt_answer *answer = link->answer;
    size_t size = one * count;

    if (size > sizeof answer->body - answer->size)
        return 0; /* ends the transfer */
    memcpy(answer->body + answer->size, data, size);
    answer->size += size;
    return size;
}

static int progress(void *context, curl_off_t down_all, curl_off_t down, curl_off_t up_all,
                    curl_off_t up)
{
    struct yt_link *link = context;

    (void)down_all;
    (void)down;
    (void)up_all;
    (void)up;
    return link->stop && link->stop(link->context);
}

static void drop_headers(struct yt_link *link)
{
    for (struct curl_slist *header = link->headers; header; header = header->next)
        sodium_memzero(header->data, strlen(header->data));
    curl_slist_free_all(link->headers);
    link->headers = NULL;
}

static bool add_headers(struct yt_link *link)
{
    char authorization[YT_COURIER_TOKEN_MAX + 32];
    const char *const headers[] = {authorization, "Content-Type: application/octet-stream",
                                   "Accept: application/vnd.yotte.receipt, "
                                   "application/problem+json",
                                   "Expect:"};

    snprintf(authorization, sizeof authorization, "Authorization: Bearer %s", link->token);
    for (size_t i = 0; i < YT_COUNT(headers); i++) {
        struct curl_slist *longer = curl_slist_append(link->headers, headers[i]);

        if (!longer)
            return false;
        link->headers = longer;
    }
    sodium_memzero(authorization, sizeof authorization);
    return true;
}

/* What the desk proves itself by. A pinned key says who it is by itself: then neither the name nor
 * the dates in the certificate matter, and a box whose clock is wrong still gets through. */
static CURLcode set_proof(struct yt_link *link)
{
    const struct yt_courier_setup *setup = link->setup;
    const bool by_ca = setup->ca_file != NULL;
    CURLcode code;

    if (setup->local) {
        code = curl_easy_setopt(link->curl, CURLOPT_PROTOCOLS_STR, "http");
        return code ? code : curl_easy_setopt(link->curl, CURLOPT_PROXY, "");
    }
    code = curl_easy_setopt(link->curl, CURLOPT_PROTOCOLS_STR, "https");
    code = code ? code : curl_easy_setopt(link->curl, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
    code = code ? code : curl_easy_setopt(link->curl, CURLOPT_SSL_VERIFYPEER, by_ca ? 1L : 0L);
    code = code ? code : curl_easy_setopt(link->curl, CURLOPT_SSL_VERIFYHOST, by_ca ? 2L : 0L);
    code = code ? code : curl_easy_setopt(link->curl, CURLOPT_CAPATH, NULL);
    code = code ? code : curl_easy_setopt(link->curl, CURLOPT_CAINFO, setup->ca_file);
    return code ? code : curl_easy_setopt(link->curl, CURLOPT_PINNEDPUBLICKEY, setup->pin);
}

static CURLcode set_rest(struct yt_link *link)
{
    const struct {
        CURLoption option;
        long value;
    } numbers[] = {
        {CURLOPT_NOSIGNAL, 1},
        {CURLOPT_FOLLOWLOCATION, 0},
        {CURLOPT_NOPROGRESS, 0},
        {CURLOPT_CONNECTTIMEOUT_MS, CONNECT_MS},
        {CURLOPT_TCP_KEEPALIVE, 1},
        {CURLOPT_TIMEOUT_MS, ANSWER_MS},
        {CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1},
    };
    CURL *curl = link->curl;
    CURLcode code = CURLE_OK;

    for (size_t i = 0; !code && i < YT_COUNT(numbers); i++)
        code = curl_easy_setopt(curl, numbers[i].option, numbers[i].value);
    code = code ? code : curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, "PUT");
    code = code ? code : curl_easy_setopt(curl, CURLOPT_HTTPHEADER, link->headers);
    code = code ? code : curl_easy_setopt(curl, CURLOPT_USERAGENT, "yotte-courier");
    code = code ? code : curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, link->error);
    code = code ? code : curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
    code = code ? code : curl_easy_setopt(curl, CURLOPT_WRITEDATA, link);
    code = code ? code : curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, progress);
    return code ? code : curl_easy_setopt(curl, CURLOPT_XFERINFODATA, link);
}

struct yt_link *yt_link_new(const struct yt_courier_setup *setup, bool (*stop)(void *context),
                            void *context)
{
    struct yt_link *link = calloc(1, sizeof *link);

    if (!link)
        return NULL;
    link->setup = setup;
    memcpy(link->token, setup->token, sizeof link->token);
    link->stop = stop;
    link->context = context;
    link->curl = curl_easy_init();
    /* An option that has no effect might be the one that keeps strangers off. */
    if (link->curl && add_headers(link) && !set_rest(link) && !set_proof(link))
        return link;
    yt_link_free(link);
    return NULL;
}

void yt_link_free(struct yt_link *link)
{
    if (!link)
        return;
    curl_easy_cleanup(link->curl);
    drop_headers(link);
    sodium_memzero(link->token, sizeof link->token);
    free(link);
}

bool yt_link_renew_token(struct yt_link *link)
{
    char token[YT_COURIER_TOKEN_MAX] = "";
    struct yt_err err;
    bool renewed = yt_courier_read_token(link->setup->token_path, token, &err) &&
                   strcmp(token, link->token) != 0;

    if (renewed) {
        memcpy(link->token, token, sizeof link->token);
        drop_headers(link);
        renewed = add_headers(link) &&
                  curl_easy_setopt(link->curl, CURLOPT_HTTPHEADER, link->headers) == CURLE_OK;
    }
    sodium_memzero(token, sizeof token);
    return renewed;
}

static enum yt_trouble trouble_of(struct yt_link *link, CURLcode code)
{
    long verified = 0;

    switch (code) {
    case CURLE_OK:
        return YT_TROUBLE_NONE;
    case CURLE_ABORTED_BY_CALLBACK:
        return YT_TROUBLE_STOPPED;
    case CURLE_OPERATION_TIMEDOUT:
        return YT_TROUBLE_SILENT;
    case CURLE_PEER_FAILED_VERIFICATION:
        (void)curl_easy_getinfo(link->curl, CURLINFO_SSL_VERIFYRESULT, &verified);
        return verified == NOT_YET_VALID || verified == EXPIRED ? YT_TROUBLE_CLOCK
                                                                : YT_TROUBLE_NOT_THE_DESK;
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CIPHER:
        return YT_TROUBLE_NOT_THE_DESK;
    case CURLE_SSL_CONNECT_ERROR: /* no TLS at all behind that port, most often */
    case CURLE_WRITE_ERROR:       /* a page longer than anything the desk says */
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_BAD_CONTENT_ENCODING:
        return YT_TROUBLE_PORTAL;
    default:
        return YT_TROUBLE_OFFLINE;
    }
}

static CURLcode send_frame(struct yt_link *link, const struct yt_sealed *sealed)
{
    char id[2 * YT_ENTRY_ID_SIZE + 1];
    char url[YT_COURIER_URL_MAX + 64];
    size_t size = yt_frame_write(sealed, link->frame);
    CURLcode code;

    sodium_bin2hex(id, sizeof id, sealed->id, sizeof sealed->id);
    snprintf(url, sizeof url, "%s/v1/entries/%s", link->setup->url, id);
    code = curl_easy_setopt(link->curl, CURLOPT_URL, url);
    code = code ? code : curl_easy_setopt(link->curl, CURLOPT_POSTFIELDS, link->frame);
    code = code ? code : curl_easy_setopt(link->curl, CURLOPT_POSTFIELDSIZE, (long)size);
    return code ? code : curl_easy_perform(link->curl);
}

enum yt_trouble yt_link_put(struct yt_link *link, const struct yt_sealed *sealed,
                            struct yt_answer *ret_answer, const char **ret_detail)
{
    curl_off_t pause_s = 0;
    CURLcode code;

    ret_answer->status = 0;
    ret_answer->retry_ms = 0;
    ret_answer->size = 0;
    link->answer = ret_answer;
    link->error[0] = '\0';
    code = send_frame(link, sealed);
    link->answer = NULL;
    *ret_detail = link->error[0] ? link->error : curl_easy_strerror(code);
    if (code == CURLE_OK) {
        (void)curl_easy_getinfo(link->curl, CURLINFO_RESPONSE_CODE, &ret_answer->status);
        (void)curl_easy_getinfo(link->curl, CURLINFO_RETRY_AFTER, &pause_s);
        ret_answer->retry_ms = pause_s > 86400 ? 86400000 : (int64_t)pause_s * 1000;
    }
    return trouble_of(link, code);
}
