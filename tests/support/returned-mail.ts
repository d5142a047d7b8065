/** Reports as servers write them, shortened where nothing is read; `mailId` in the address, `messageId` of what was sent. */
type Sent = { mailId: string; messageId: string; to: string };

const envelope = (mailId: string) => `From MAILER-DAEMON  Mon Nov 23 10:12:14 2026
Return-Path: <>
X-Original-To: bounces+${mailId}@example.org
Delivered-To: bounces+${mailId}@example.org
`;

export const postfix = (
  { mailId, messageId, to }: Sent,
  { action = "failed", status = "5.1.1" } = {},
) => `${envelope(mailId)}Received: by mail.example.org (Postfix)
	id 4F2C91A0042; Mon, 23 Nov 2026 10:12:14 +0100 (CET)
Date: Mon, 23 Nov 2026 10:12:14 +0100 (CET)
From: MAILER-DAEMON@mail.example.org (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: bounces+${mailId}@example.org
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="E1A7B1A0041.1700730734/mail.example.org"
Message-Id: <20261123091214.4F2C91A0042@mail.example.org>

This is a MIME-encapsulated message.

--E1A7B1A0041.1700730734/mail.example.org
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mail.example.org.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

<${to}>: host mx.example.net[192.0.2.7] said: 550 ${status} <${to}>:
    Recipient address rejected: User unknown (in reply to RCPT TO command)

--E1A7B1A0041.1700730734/mail.example.org
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org
X-Postfix-Queue-ID: E1A7B1A0041
X-Postfix-Sender: rfc822; bounces+${mailId}@example.org
Arrival-Date: Mon, 23 Nov 2026 10:12:13 +0100 (CET)

Final-Recipient: rfc822; ${to}
Original-Recipient: rfc822;${to}
Action: ${action}
Status: ${status}
Remote-MTA: dns; mx.example.net
Diagnostic-Code: smtp; 550 ${status} <${to}>: Recipient address rejected: User unknown

--E1A7B1A0041.1700730734/mail.example.org
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

Return-Path: <bounces+${mailId}@example.org>
From: Praxisspiegel <info@example.org>
To: ${to}
Subject: Ein Fragebogen
Message-ID: ${messageId}

--E1A7B1A0041.1700730734/mail.example.org--

`;

/** Sent back to the plain address: only what it quotes says which mail it was. */
export const exchange = ({ messageId, to }: Sent) => `From postmaster@firma.example  Mon Nov 23 10:15:02 2026
From: <postmaster@firma.example>
To: <bounces@example.org>
Date: Mon, 23 Nov 2026 09:15:01 +0000
Content-Type: multipart/report; report-type=delivery-status;
	boundary="9ddfd3f6-dea7-4a4b-8f6d-21b3d9c4e1aa"
Content-Language: de-DE
Message-ID: <5c1e3f2b-77d2@DB8EUR05FT054.mail.protection.outlook.com>
In-Reply-To: ${messageId}
References: ${messageId}
Subject: =?iso-8859-1?Q?Unzustellbar:_Ein_Fragebogen_f=FCr_Sie?=
Auto-Submitted: auto-generated
X-Auto-Response-Suppress: All
MIME-Version: 1.0

--9ddfd3f6-dea7-4a4b-8f6d-21b3d9c4e1aa
Content-Type: multipart/alternative; boundary="alt-21b3d9c4e1aa"

--alt-21b3d9c4e1aa
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: base64

RGllIEUtTWFpbC1BZHJlc3NlIHd1cmRlIG5pY2h0IGdlZnVuZGVuLg==

--alt-21b3d9c4e1aa
Content-Type: text/html; charset="utf-8"

<html><body><p>Die E-Mail-Adresse wurde nicht gefunden.</p></body></html>

--alt-21b3d9c4e1aa--

--9ddfd3f6-dea7-4a4b-8f6d-21b3d9c4e1aa
Content-Type: message/delivery-status

Reporting-MTA: dns;DB8EUR05FT054.mail.protection.outlook.com
Received-From-MTA: dns;mail.example.org
Arrival-Date: Mon, 23 Nov 2026 09:15:00 +0000

Original-Recipient: rfc822;${to}
Final-Recipient: rfc822;${to}
Action: failed
Status: 5.1.10
Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup

--9ddfd3f6-dea7-4a4b-8f6d-21b3d9c4e1aa
Content-Type: message/rfc822

From: Praxisspiegel <info@example.org>
To: ${to}
Subject: =?utf-8?Q?Ein_Fragebogen_f=C3=BCr_Sie?=
Message-ID: ${messageId}
Content-Type: text/plain; charset=utf-8

Guten Tag,

>From here on it is the mail itself.

--9ddfd3f6-dea7-4a4b-8f6d-21b3d9c4e1aa--

`;

export const gmail = ({
  mailId,
  messageId,
  to,
}: Sent) => `${envelope(mailId)}From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
To: bounces+${mailId}@example.org
Auto-Submitted: auto-replied
Subject: Delivery Status Notification (Failure)
References: ${messageId}
In-Reply-To: ${messageId}
X-Failed-Recipients: ${to}
Message-ID: <655f0a1e.050a0220.1b2c3.4d5e.GMR@mx.google.com>
Date: Mon, 23 Nov 2026 01:12:14 -0800 (PST)
Content-Type: multipart/report; boundary="0000000000002b7c5f060acd3c1e"; report-type=delivery-status
MIME-Version: 1.0

--0000000000002b7c5f060acd3c1e
Content-Type: text/plain; charset="UTF-8"

** Address not found **

Your message wasn't delivered to ${to} because the address couldn't be found.

--0000000000002b7c5f060acd3c1e
Content-Type: message/delivery-status

Reporting-MTA: dns; googlemail.com
Arrival-Date: Mon, 23 Nov 2026 01:12:13 -0800 (PST)
X-Original-Message-ID: ${messageId}

Final-Recipient: rfc822; ${to}
Action: failed
Status: 5.1.1
Remote-MTA: dns; gmail-smtp-in.l.google.com. (192.0.2.26, the server for the domain.)
Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.
Last-Attempt-Date: Mon, 23 Nov 2026 01:12:14 -0800 (PST)

--0000000000002b7c5f060acd3c1e
Content-Type: message/rfc822

Message-ID: ${messageId}
Subject: Ein Fragebogen

--0000000000002b7c5f060acd3c1e--

`;

/** Of a server that writes for people only. */
export const qmail = ({ mailId, messageId, to }: Sent) => `${envelope(mailId)}From: MAILER-DAEMON@mx.example.net
To: bounces+${mailId}@example.org
Subject: failure notice

Hi. This is the qmail-send program at mx.example.net.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<${to}>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

Return-Path: <bounces+${mailId}@example.org>
Message-ID: ${messageId}

`;

/** An answering machine: it came back to the same address, and is no bounce. */
export const holiday = ({ mailId, messageId }: Sent) => `${envelope(mailId)}From: Mira Beispiel <mira@example.net>
To: bounces+${mailId}@example.org
Subject: Abwesenheit: Ein Fragebogen
In-Reply-To: ${messageId}
Auto-Submitted: auto-replied
Content-Type: text/plain; charset=utf-8

Ich bin bis zum 5.12.2026 nicht im Haus, Zimmer 550, Tel. 5.1.1.

`;

/** Every way in which servers say that an address takes no mail. */
export const REPORTS = { postfix, exchange, gmail, qmail };
