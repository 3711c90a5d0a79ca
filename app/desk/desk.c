#include "desk/desk.h"

#include "base/fs.h"
#include "base/str.h"

#include <errno.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SITE_SETTING "site"

static void path_in(const char *folder, const char *name, char path[static PATH_MAX])
{
    snprintf(path, PATH_MAX, "%s/%s", folder, name);
}

static bool keep_folder(struct yt_desk *desk, const char *folder, struct yt_err *err)
{
    memset(desk, 0, sizeof *desk);
    return yt_str_copy(desk->folder, sizeof desk->folder, folder) ||
           yt_err_set(err, YT_ERR_INVALID, "%s: path too long", folder);
}

static bool open_store(struct yt_desk *desk, bool create, struct yt_err *err)
{
    char path[PATH_MAX];

    path_in(desk->folder, "desk.db", path);
    desk->store = yt_desk_store_open(path, create, &desk->report, err);
    return desk->store != NULL;
}

static bool write_keys(struct yt_desk *desk, const char *name, const struct yt_buf *passphrase,
                       struct yt_passphrase_cost cost, struct yt_err *err)
{
    struct yt_receipt_signer signer;
    char path[PATH_MAX];
    bool written;

    if (!yt_str_copy(desk->known.name, sizeof desk->known.name, name)) {
        yt_err_set(err, YT_ERR_INVALID, "the desk's name is too long");
        return yt_err_remedy(err, "Take at most 40 characters.");
    }
    crypto_box_keypair(desk->known.seal_key, desk->secret.seal_key);
    crypto_sign_keypair(desk->known.verify_key, desk->secret.sign_key);
    path_in(desk->folder, "desk.key", path);
    if (!yt_desk_secret_write(path, &desk->secret, passphrase, cost, err) ||
        !yt_receipt_signer_make(&desk->known, desk->secret.sign_key, &signer, err))
        return false;
    path_in(desk->folder, YT_DESK_RECEIPTS, path);
    written = yt_receipt_signer_write(path, &signer, err);
    yt_receipt_signer_wipe(&signer);
    if (!written)
        return false;
    /* Last: a folder with desk.pub is a whole desk, and only then can anything be sealed to it. */
    path_in(desk->folder, "desk.pub", path);
    return yt_desk_public_write(path, &desk->known, err);
}

bool yt_desk_create(const char *folder, const char *name, const char *site,
                    const struct yt_buf *passphrase, struct yt_passphrase_cost cost,
                    struct yt_err *err)
{
    YT_SCOPED(yt_desk_done) struct yt_desk desk;
    char path[PATH_MAX];

    if (!keep_folder(&desk, folder, err) || !yt_fs_make_folders(folder, 0700, err))
        return false;
    path_in(folder, "desk.key", path);
    if (yt_fs_exists(path)) {
        yt_err_set(err, YT_ERR_CONFLICT, "%s: there is a desk in it already", folder);
        return yt_err_remedy(err, "Name another folder. Its keys are never replaced: what was "
                                  "sealed to them could not be opened any more.");
    }
    return open_store(&desk, true, err) && (!site || yt_desk_remember_site(&desk, site, err)) &&
           write_keys(&desk, name, passphrase, cost, err);
}

bool yt_desk_open(struct yt_desk *desk, const char *folder, struct yt_err *err)
{
    char path[PATH_MAX];

    if (!keep_folder(desk, folder, err))
        return false;
    path_in(folder, "desk.pub", path);
    if (!yt_desk_public_read(path, &desk->known, err)) {
        if (err->code == YT_ERR_NOT_FOUND) {
            yt_err_set(err, YT_ERR_NOT_FOUND, "%s: there is no desk in it", folder);
            yt_err_remedy(err, "Name the desk's folder, or make one: yotte-desk init.");
        }
        return false;
    }
    return open_store(desk, true, err);
}

bool yt_desk_unlock(struct yt_desk *desk, const struct yt_buf *passphrase, struct yt_err *err)
{
    uint8_t seal_key[YT_SEAL_PUBLIC_SIZE];
    char path[PATH_MAX];

    path_in(desk->folder, "desk.key", path);
    if (!yt_desk_secret_read(path, passphrase, &desk->secret, err))
        return false;
    crypto_scalarmult_base(seal_key, desk->secret.seal_key);
    if (memcmp(seal_key, desk->known.seal_key, sizeof seal_key) != 0) {
        yt_err_set(err, YT_ERR_CORRUPT, "%s: desk.key and desk.pub are not of the same desk",
                   desk->folder);
        return yt_err_remedy(err, "Put back the copy of the desk's folder.");
    }
    memcpy(desk->opener.seal_key, seal_key, sizeof seal_key);
    memcpy(desk->opener.secret_key, desk->secret.seal_key, sizeof desk->opener.secret_key);
    return true;
}

bool yt_desk_signer(const struct yt_desk *desk, struct yt_receipt_signer *ret_signer,
                    struct yt_err *err)
{
    const bool unlocked = !sodium_is_zero(desk->secret.sign_key, sizeof desk->secret.sign_key);
    char path[PATH_MAX];

    path_in(desk->folder, YT_DESK_RECEIPTS, path);
    if (yt_receipt_signer_read(path, &desk->known, ret_signer, err))
        return true;
    return err->code == YT_ERR_NOT_FOUND && unlocked &&
           yt_receipt_signer_make(&desk->known, desk->secret.sign_key, ret_signer, err) &&
           yt_receipt_signer_write(path, ret_signer, err);
}

bool yt_desk_remember_site(struct yt_desk *desk, const char *site, struct yt_err *err)
{
    char *absolute = realpath(site, NULL);
    bool kept;

    if (!absolute) {
        yt_err_errno(err, errno, "%s", site);
        return yt_err_remedy(err, "Name the folder with the site's files, as kiosk-config.");
    }
    kept = yt_desk_store_set(desk->store, SITE_SETTING, absolute, err);
    free(absolute);
    return kept;
}

bool yt_desk_load_site(struct yt_desk *desk, const char *site, struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf remembered;

    yt_buf_init(&remembered, PATH_MAX);
    if (!site && !yt_desk_store_setting(desk->store, SITE_SETTING, &remembered, err))
        return false;
    if (!site && remembered.size > 0)
        site = yt_buf_string(&remembered);
    if (!site)
        return true;
    desk->content = yt_content_load(site, NULL, err);
    return desk->content != NULL;
}

const struct yt_site_content *yt_desk_site(const struct yt_desk *desk)
{
    return desk->content ? yt_content_site(desk->content) : NULL;
}

void yt_desk_done(struct yt_desk *desk)
{
    yt_desk_store_free(desk->store);
    yt_content_free(desk->content);
    sodium_memzero(desk, sizeof *desk);
}
