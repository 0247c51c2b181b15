using MailKit.Security;
using MimeKit;
using YamlDotNet.Serialization;

namespace Diwan.Server.Mail;

/// <summary>How mail leaves: the part <c>mail</c> of <c>site.yaml</c>. Without it no mail is sent, and no address is asked for or kept.</summary>
public sealed class MailSettings
{
    /// <summary>The server that takes mail in, such as <c>smtp.news.example</c>.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port; 465 when <see cref="Security"/> is <c>tls</c>, else 587.</summary>
    public int? Port { get; set; }

    /// <summary><c>starttls</c>, <c>tls</c>, <c>none</c>, or <c>auto</c>: TLS on port 465, else as soon as it is offered, and always before a password is sent.</summary>
    public string Security { get; set; } = "auto";

    /// <summary>Name to sign in with; null to send without signing in.</summary>
    public string? User { get; set; }

    /// <summary>File that holds the password and nothing else, below the data folder or absolute.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>Sender, such as <c>comments@news.example</c>.</summary>
    public string From { get; set; } = "";

    /// <summary>What <see cref="PasswordFile"/> holds; null without it.</summary>
    [YamlIgnore]
    public string? Password { get; private set; }

    internal int PortInUse => Port ?? (Security == "tls" ? 465 : 587);

    internal SecureSocketOptions Transport => Security switch
    {
        "none" => SecureSocketOptions.None,
        "tls" => SecureSocketOptions.SslOnConnect,
        "starttls" => SecureSocketOptions.StartTls,
        _ when PortInUse == 465 => SecureSocketOptions.SslOnConnect,
        _ => User is null || IsLoopback ? SecureSocketOptions.StartTlsWhenAvailable : SecureSocketOptions.StartTls,
    };

    private bool IsLoopback => Host is "localhost" or "127.0.0.1" or "::1";

    /// <summary>The sender as mail writes it.</summary>
    internal MailboxAddress Sender(string siteName) => new(siteName, From);

    /// <summary>What is wrong with the settings, in a sentence; null when nothing is.</summary>
    internal string? Wrong()
    {
        if (Host.Length == 0 || Uri.CheckHostName(Host) is UriHostNameType.Unknown) return "mail.host takes the name of a mail server";
        if (Port is < 1 or > 65_535) return "mail.port takes 1 to 65535";
        if (Security is not ("auto" or "none" or "starttls" or "tls")) return "mail.security takes auto, none, starttls or tls";
        if (!MailboxAddress.TryParse(From, out var from) || from.Address != From || from.Domain.Length == 0)
            return "mail.from takes an address such as comments@news.example";
        if (User is null != PasswordFile is null) return "mail.user and mail.passwordFile go together";
        return User is not null && Security == "none" && !IsLoopback ? "mail.security none would send the password readable over the network" : null;
    }

    /// <summary>Reads the password.</summary>
    /// <exception cref="InvalidDataException">The file is not there or empty.</exception>
    internal void ReadPassword(string dataFolder)
    {
        if (PasswordFile is null) return;
        var path = Path.Combine(dataFolder, PasswordFile);
        Password = File.Exists(path) ? File.ReadAllText(path).TrimEnd('\r', '\n') : null;
        if (string.IsNullOrEmpty(Password)) throw new InvalidDataException($"mail.passwordFile: there is no password in {path}");
    }
}
