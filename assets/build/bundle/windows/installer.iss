; Makes an installer of the folder that bundle.sh made on Windows, with Inno Setup 6:
;   iscc /DFolder=OUT\barefoot-trail /DVersion=0.1.0 /DOut=OUT assets\build\bundle\windows\installer.iss
; For one user and without an administrator's password. What is kept of the family lies elsewhere and stays.

[Setup]
AppId={{5B4B8C1E-6E0B-4C63-9C39-0E2C1C6B7A51}
AppName=The Barefoot Trail
AppVersion={#Version}
AppPublisher=The Barefoot Trail contributors
DefaultDirName={autopf}\The Barefoot Trail
DefaultGroupName=The Barefoot Trail
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
DisableProgramGroupPage=yes
LicenseFile={#Folder}\licences\barefoot-trail\LICENSE
SetupIconFile={#Folder}\barefoot-trail.ico
UninstallDisplayIcon={app}\barefoot-trail.exe
OutputDir={#Out}
OutputBaseFilename=barefoot-trail-{#Version}-windows-x86_64
Compression=lzma2
SolidCompression=yes
WizardStyle=modern

[Tasks]
Name: desktopicon; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"

[InstallDelete]
; a file that a newer version no longer has must not stay beside its new ones
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{group}\The Barefoot Trail"; Filename: "{app}\barefoot-trail.exe"
Name: "{autodesktop}\The Barefoot Trail"; Filename: "{app}\barefoot-trail.exe"; Tasks: desktopicon

[Run]
Filename: "{app}\barefoot-trail.exe"; Description: "{cm:LaunchProgram,The Barefoot Trail}"; Flags: nowait postinstall skipifsilent
