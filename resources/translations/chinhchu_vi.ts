<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>Failure</name>
    <message>
        <source>The command was not understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the options with --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The technician.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kiosk is not set up correctly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the health check and follow what it says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kiosk is not known to the carrier yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrol the device with the carrier first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A simulated part is attached, and this kiosk is enrolled for real work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a real reader and a real camera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file needed to compare faces is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the set-up again; it fetches what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file needed to compare faces is not the one that was tested.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the named file and run the set-up again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it exists and may be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be saved on this kiosk right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the free space of the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file with issuers could not be taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Get the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of issuers is not signed by someone who is trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Check where the list came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of issuers is older than the one in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Get the newest list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card reader service is not running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start pcscd, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card reader is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug in the card reader, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A member of staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no card on the reader.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay the card flat on the reader and leave it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using the card reader.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the other program, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card moved before it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the card back and keep it still.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the card off, wait a moment and put it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card gave an answer that makes no sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it happens again, use the counter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card refused to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the card off, put it back and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a citizen card with a chip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a citizen card with a chip, or go to the counter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The protected connection to the card broke.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A different card was put on the reader.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the first card back, or start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session was ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again when you are ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was read from a recording, not from a card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it to look for faults only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera gives no picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the camera is plugged in and not covered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers entered cannot be those of a card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the digits and enter them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers entered do not belong to this card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the last 6 digits of the number on the card again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chip cannot be opened with what was entered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the code on the card, or enter the whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chip has no signature of its issuer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card cannot be used here. Go to the counter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A member of staff, then the police who issued the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature on the chip cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature on the chip is not right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data on the chip was changed after the card was issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chip holds back data that it must have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try once more. If it happens again, go to the counter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data on the chip cannot be understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chip could not prove that it is not a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chip hides the key that would prove it is not a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chip did not offer the protection that it should have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chip says different things about its protection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The issuer&apos;s certificate on the chip is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The issuer has withdrawn the certificate of this card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chip holds different data about the same person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card has expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew the card with the police, then come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The police who issue citizen cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature on the chip was made for something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signed list on the chip cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data on the chip is not signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signed list on the chip was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature on the chip does not cover what it must.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chip is signed in a way that is not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chip is protected in a way that is no longer safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chip uses a key that is not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chip is signed with a key that is too weak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key on the chip cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chip holds data that its issuer did not sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chip says different things about what it holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of the signer is not on the chip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate on the chip is of the wrong kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate on the chip may not sign cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate on the chip was issued for something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate on the chip has a condition that is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate on the chip is not valid yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate was not valid when the card was issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card was signed when its key was no longer in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate on the chip is not for this kind of card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate on the chip was not made by the issuer it names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate on the chip was made by someone who may not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The issuer was not valid when it made the certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The issuer of this card has been withdrawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chip is intact, but its issuer could not be confirmed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a member of staff to check with the carrier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether the issuer withdrew this card&apos;s certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a member of staff to update the list of issuers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chip is intact, but another country signed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chip is intact, but signer and issuer are of different countries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chip is intact, but its issuer is not known for this kind of card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photograph on the chip cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the counter with your card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face was seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stand in front of the camera and look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one face was seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the holder of the card stands in front of the camera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture of the face is not clear enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Come closer, take off mask or dark glasses and look at the camera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face is not like the photograph on the chip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in good light, without mask and glasses, or ask the staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A member of staff, or VNeID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not certain that a living person stands in front of the camera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again and follow the instructions on the screen, or ask the staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The carrier cannot be reached right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost: it is sent as soon as the network is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server that answered is not the carrier&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. Check the network and the clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The carrier gave an answer that makes no sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost: it is sent again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The confirmation is kept here and waits to be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the receipt; nothing else to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The carrier did not accept the confirmation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a member of staff what the carrier needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A member of staff, then the carrier.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
