/* The way by USB stick: entries out of the kiosk's queue, receipts back into it. */
#ifndef YT_COURIER_CARRY_H
#define YT_COURIER_CARRY_H

#include "courier/setup.h"

#include <stddef.h>

struct yt_exported {
    size_t written;    /* are on the stick now, also those that an earlier run put there */
    size_t other_desk; /* wait too, but are sealed for another desk */
    bool removable;    /* the folder is on a disk of its own */
};

/* Writes each entry that waits for this desk to the folder; those too whose bytes staff let lie
 * for the grace period, for a slip can get lost. Nothing changes in the queue: an entry stays until
 * its receipt comes. What this kiosk was rid of meanwhile (delivered, withdrawn) goes from there.
 * When it returns true all of them were read back from the stick; on failure those that are there
 * may be used all the same. */
YT_MUST_CHECK bool yt_carry_export(const struct yt_courier_setup *setup, const char *folder,
                                   struct yt_exported *ret_exported, struct yt_err *err);

struct yt_imported {
    size_t freed;   /* entries that this kiosk still had */
    size_t known;   /* receipts of entries that were free before, or are not of this kiosk */
    size_t refused; /* receipts that do not hold; each was told on standard error */
};

/* Takes the receipts in the folder: each that the pinned desk signed for exactly the bytes in the
 * queue frees its entry; both files of what this kiosk was rid of go. Those of other kiosks stay.
 * False when the queue or the stick fails; what was freed before stays so. */
YT_MUST_CHECK bool yt_carry_receipts(const struct yt_courier_setup *setup, const char *folder,
                                     struct yt_imported *ret_imported, struct yt_err *err);

#endif
