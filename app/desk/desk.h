/* A desk: a folder with its public keys (desk.pub, for the kiosks), its secret keys under a
 * passphrase (desk.key), a key that signs receipts and nothing else (desk.receipts), and what it
 * has taken in (desk.db). */
#ifndef YT_DESK_DESK_H
#define YT_DESK_DESK_H

#include "content/content.h"
#include "desk/secret_file.h"
#include "desk/store.h"
#include "handoff/receipt.h"

#include <limits.h>
#include <stdbool.h>

/* In the desk's folder; see handoff/receipt.h. */
#define YT_DESK_RECEIPTS "desk.receipts"

struct yt_desk {
    char folder[PATH_MAX - 32];
    struct yt_desk_store *store;
    struct yt_sqlite_report report; /* a broken store that was set aside */
    struct yt_desk_public known;
    struct yt_desk_opener opener; /* zero until unlocked */
    struct yt_desk_secret secret; /* zero until unlocked */
    struct yt_content *content;   /* NULL when no site was named, or it cannot be loaded */
};

/* Makes the folder (mode 0700), the key files and an empty store. `site` may be NULL. Nothing is
 * changed when there is a desk already (YT_ERR_CONFLICT). */
YT_MUST_CHECK bool yt_desk_create(const char *folder, const char *name, const char *site,
                                  const struct yt_buf *passphrase, struct yt_passphrase_cost cost,
                                  struct yt_err *err);

/* Opens the desk without its secret keys. Zeroed first; release with yt_desk_done also after
 * failure. YT_ERR_NOT_FOUND when the folder is no desk. */
YT_MUST_CHECK bool yt_desk_open(struct yt_desk *desk, const char *folder, struct yt_err *err);
/* Decrypts the secret keys into memory. YT_ERR_WRONG_KEY for another passphrase. */
YT_MUST_CHECK bool yt_desk_unlock(struct yt_desk *desk, const struct yt_buf *passphrase,
                                  struct yt_err *err);
/* Reads the key that signs receipts. A desk that was made before there was one makes it, when it is
 * unlocked; YT_ERR_NOT_FOUND when it is not. */
YT_MUST_CHECK bool yt_desk_signer(const struct yt_desk *desk, struct yt_receipt_signer *ret_signer,
                                  struct yt_err *err);
/* Loads the site's files from `site`, or from where init remembered them when that is NULL. Neither
 * there is fine: entries are then shown by number. */
YT_MUST_CHECK bool yt_desk_load_site(struct yt_desk *desk, const char *site, struct yt_err *err);
/* Remembers where the site's files lie. */
YT_MUST_CHECK bool yt_desk_remember_site(struct yt_desk *desk, const char *site,
                                         struct yt_err *err);
/* NULL when none is loaded. */
const struct yt_site_content *yt_desk_site(const struct yt_desk *desk);
/* Wipes the keys and closes. */
void yt_desk_done(struct yt_desk *desk);

#endif
