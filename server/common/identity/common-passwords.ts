/**
 * What is guessed first, in lower case, without the digits that people hang on: those of the well-known lists that are long enough to pass
 * otherwise, and the short ones that are made long by repeating or numbering them.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password passwort passw0rd p4ssword motdepasse contrasena contraseña parola wachtwoord kennwort passwd letmein letmeinplease welcome
   welcomeback willkommen bienvenue bienvenido iloveyou iloveyousomuch iloveyouforever qwerty qwertz azerty qwertyuiop qwertzuiop azertyuiop
   qwertyuiopasdf qwertyuiopasdfghjkl qwertyuiopasdfghjklzxcvbnm asdfghjkl asdfghjklzxcvbnm zxcvbnm qazwsx qazwsxedc qazwsxedcrfv
   1qaz2wsx 1qaz2wsx3edc 1qaz2wsx3edc4rfv zaq12wsx q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y abcdef abcdefgh
   abcdefghij abcdefghijkl abcdefghijklmnopqrstuvwxyz abcd1234 abc123 a1b2c3d4e5f6 123456 1234567 12345678 123456789 1234567890
   12345678910 123456789012 1234567890123 123456789101112 012345678901 0123456789 01234567890 098765432109 0987654321 987654321
   9876543210 987654321098 111222333444 123123 123321 112233445566 11223344556677 121212 102030405060 administrator administrateur
   administrador admin adminadmin root rootroot superuser supersecret secret topsecret changeme changemenow changeit default guest
   guestguest test testtest tester testing testpassword demo demodemo example examplepassword temporary temppassword mypassword
   yourpassword newpassword oldpassword thisismypassword passwordpassword password1password correcthorsebatterystaple trustno1 monkey
   dragon sunshine princess princesse football baseball basketball superman batman starwars pokemon whatever computer internet
   master masterkey shadow michael jennifer jordan liverpool chelsea arsenal barcelona realmadrid manchester manchesterunited
   summer winter spring autumn january february september october november december monday friday blink182 nothing nopassword
   rapporteur rapporteurs rapporteurrapporteur standard standards standardization standardisation isostandards itustandards
   openwork opensesame sesame sesameopenup letmeinletmein`
    .split(/\s+/)
    .filter(Boolean),
)
