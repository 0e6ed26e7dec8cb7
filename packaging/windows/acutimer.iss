; The installer for Windows, of the bundle in dist\acutimer. With Inno Setup 6:
;
;   python packaging\dev.py build bundle
;   iscc /DVersion=0.1.0 packaging\windows\acutimer.iss
;
; makes dist\acutimer-0.1.0-setup.exe. It installs for one user and asks for no administrator; what the user made lies
; elsewhere (acutimer paths) and stays when the program is removed.

#ifndef Version
  #error Say which version: iscc /DVersion=0.1.0 packaging\windows\acutimer.iss
#endif
#define Name "acutimer"
#define Window "acutimerw.exe"
#define Root "..\.."

[Setup]
; The same for ever: by it Windows knows that a newer version replaces an older one.
AppId={{5C6E1F0B-9D0E-4C9B-8E52-6B1E6B0A7A41}
AppName={#Name}
AppVersion={#Version}
AppVerName={#Name} {#Version}
AppPublisher=The acutimer developers
VersionInfoVersion={#Version}
DefaultDirName={autopf}\{#Name}
DefaultGroupName={#Name}
DisableProgramGroupPage=yes
DisableDirPage=auto
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
; What the pinned Qt and the bundle's Python ask for.
MinVersion=10.0.17763
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile={#Root}\LICENSE
SetupIconFile=acutimer.ico
UninstallDisplayIcon={app}\{#Window}
UninstallDisplayName={#Name}
OutputDir={#Root}\dist
OutputBaseFilename={#Name}-{#Version}-setup
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
; A window that is open is asked to close; it keeps what was done, and is opened again.
CloseApplications=yes
RestartApplications=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
; Inno Setup brings Chinese in some of its versions only.
#if FileExists(CompilerPath + "\Languages\ChineseSimplified.isl")
Name: "zh"; MessagesFile: "compiler:Languages\ChineseSimplified.isl"
#endif

[CustomMessages]
en.AtLogin=Start in the background at login, for reminders
de.AtLogin=Bei der Anmeldung im Hintergrund starten, für Erinnerungen
#if FileExists(CompilerPath + "\Languages\ChineseSimplified.isl")
zh.AtLogin=登录时在后台启动，用于提醒
#endif

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked
Name: "atlogin"; Description: "{cm:AtLogin}"; Flags: unchecked

[InstallDelete]
; Files of an older version that the newer one no longer has. Nothing of the user's lies in this folder.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Root}\dist\acutimer\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\{#Name}"; Filename: "{app}\{#Window}"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\{#Window}"; Tasks: desktopicon
Name: "{userstartup}\{#Name}"; Filename: "{app}\{#Window}"; Parameters: "--background"; Tasks: atlogin

[Run]
Filename: "{app}\{#Window}"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent

[UninstallDelete]
Type: dirifempty; Name: "{app}"
