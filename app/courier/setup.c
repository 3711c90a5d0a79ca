#include "courier/setup.h"

#include "base/fs.h"

#include <curl/curl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

/* "sha256//" and 32 bytes in base64; curl takes several, with ";" between. */
#define PIN_START "sha256//"
#define PIN_LENGTH (sizeof PIN_START - 1 + 44)

static bool path_of(const char *named, const char *folder, const char *name,
                    char path[static PATH_MAX], struct yt_err *err)
{
    int size = named ? snprintf(path, PATH_MAX, "%s", named)
                     : snprintf(path, PATH_MAX, "%s/%s", folder, name);

    return size < PATH_MAX || yt_err_set(err, YT_ERR_INVALID, "%s: path too long", folder);
}

bool yt_courier_setup_desk(const struct yt_courier_options *options, struct yt_courier_setup *setup,
                           struct yt_err *err)
{
    char path[PATH_MAX];

    memset(setup, 0, sizeof *setup);
    if (!path_of(NULL, options->data_folder, "queue.db", setup->queue_path, err) ||
        !path_of(options->desk_key, options->data_folder, "desk.pub", path, err) ||
        !yt_desk_public_read(path, &setup->desk, err))
        return false;
    yt_desk_key_id(setup->desk.seal_key, setup->desk_key_id);
    return true;
}

bool yt_courier_read_token(const char *path, char ret_token[static YT_COURIER_TOKEN_MAX],
                           struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf text;
    size_t size;

    yt_buf_init_secret(&text, YT_COURIER_TOKEN_MAX + 2);
    if (!yt_fs_read(path, &text, err))
        return yt_err_remedy(err, "Make one at the desk: yotte-desk enroll --token-file.");
    size = strcspn(yt_buf_string(&text), "\r\n");
    /* It goes into a header: nothing else than what tokens are made of. */
    if (size == 0 || size >= YT_COURIER_TOKEN_MAX ||
        strspn(yt_buf_string(&text), "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                     "0123456789-_.") != size) {
        yt_err_set(err, YT_ERR_CORRUPT, "%s: is no token", path);
        return yt_err_remedy(err, "Copy the file from the desk once more.");
    }
    memcpy(ret_token, yt_buf_string(&text), size);
    ret_token[size] = '\0';
    return true;
}

static bool is_local(const char *host)
{
    return strcmp(host, "localhost") == 0 || strcmp(host, "[::1]") == 0 ||
           (strncmp(host, "127.", 4) == 0 && strspn(host, "0123456789.") == strlen(host));
}

/* https, or http within this machine. */
static bool scheme_fits(struct yt_courier_setup *setup, CURLU *url)
{
    char *scheme = NULL;
    char *host = NULL;
    bool fits = false;

    if (curl_url_get(url, CURLUPART_SCHEME, &scheme, 0) == CURLUE_OK &&
        curl_url_get(url, CURLUPART_HOST, &host, 0) == CURLUE_OK) {
        setup->local = strcmp(scheme, "http") == 0 && is_local(host);
        fits = setup->local || strcmp(scheme, "https") == 0;
    }
    curl_free(scheme);
    curl_free(host);
    return fits;
}

static bool read_url(const char *text, struct yt_courier_setup *setup, struct yt_err *err)
{
    CURLU *url = curl_url();
    bool good = text && url && strlen(text) < sizeof setup->url &&
                curl_url_set(url, CURLUPART_URL, text, 0) == CURLUE_OK && scheme_fits(setup, url);

    curl_url_cleanup(url);
    if (!good) {
        yt_err_set(err, YT_ERR_INVALID, "%s: nothing can be sent there",
                   text ? text : "no desk was named");
        return yt_err_remedy(err, "Name the desk's server with --desk https://...; without TLS "
                                  "only on this machine itself.");
    }
    snprintf(setup->url, sizeof setup->url, "%s", text);
    while (setup->url[0] != '\0' && setup->url[strlen(setup->url) - 1] == '/')
        setup->url[strlen(setup->url) - 1] = '\0';
    return true;
}

static bool check_proof(const struct yt_courier_options *options, struct yt_courier_setup *setup,
                        struct yt_err *err)
{
    setup->pin = options->pin;
    setup->ca_file = options->ca_file;
    if (setup->pin && (strncmp(setup->pin, PIN_START, sizeof PIN_START - 1) != 0 ||
                       strcspn(setup->pin, ";") != PIN_LENGTH)) {
        yt_err_set(err, YT_ERR_INVALID, "--pin %s: is no key", setup->pin);
        return yt_err_remedy(err, "Write sha256// and 44 characters; yotte-desk(1) tells how to "
                                  "find them.");
    }
    if (setup->local || setup->pin || setup->ca_file)
        return true;
    yt_err_set(err, YT_ERR_INVALID, "%s: could be anybody", setup->url);
    return yt_err_remedy(err, "Say by what the desk proves itself: --pin or --ca.");
}

bool yt_courier_setup_link(const struct yt_courier_options *options, struct yt_courier_setup *setup,
                           struct yt_err *err)
{
    return read_url(options->desk_url, setup, err) && check_proof(options, setup, err) &&
           path_of(options->token_file, options->data_folder, "desk.token", setup->token_path,
                   err) &&
           yt_courier_read_token(setup->token_path, setup->token, err);
}

void yt_courier_setup_wipe(struct yt_courier_setup *setup)
{
    sodium_memzero(setup, sizeof *setup);
}
