/* What can be in the way between kiosk and desk. */
#ifndef YT_COURIER_TROUBLE_H
#define YT_COURIER_TROUBLE_H

enum yt_trouble {
    YT_TROUBLE_NONE = 0,
    YT_TROUBLE_OFFLINE,      /* the desk cannot be reached, or the line broke */
    YT_TROUBLE_SILENT,       /* no answer in time */
    YT_TROUBLE_PORTAL,       /* somebody else answered, such as the Wi-Fi's log-in page */
    YT_TROUBLE_NOT_THE_DESK, /* who answered could not prove to be the desk: nothing was sent */
    YT_TROUBLE_CLOCK,        /* by this box's clock the desk's certificate is not valid */
    YT_TROUBLE_UNAUTHORIZED, /* the desk does not let this kiosk in */
    YT_TROUBLE_BUSY,         /* the desk asks for a pause */
    YT_TROUBLE_DESK_FAILING, /* the desk cannot keep anything just now */
    YT_TROUBLE_FORGED,       /* a receipt that the desk did not sign for this entry */
    YT_TROUBLE_REFUSED,      /* the desk will not have this one entry; the others go on */
    YT_TROUBLE_STOPPED,      /* the courier itself is about to end */
};

/* A stable name ("not-the-desk"), for the queue, the status and scripts; "" for NONE. */
const char *yt_trouble_name(enum yt_trouble trouble);
/* A sentence for those who look after the box. */
const char *yt_trouble_sentence(enum yt_trouble trouble);

#endif
