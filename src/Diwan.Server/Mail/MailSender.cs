using Diwan.Comments.Notifying;
using Diwan.Comments.Stores;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Diwan.Server.Mail;

/// <summary>Sends what was ordered, as soon as it is due and as long as it takes: a mail that fails is tried again for three days, and a crash forgets none.</summary>
internal sealed partial class MailSender(
    IMailStore mail, MailComposer composer, MailSettings settings, TimeProvider clock, ILogger<MailSender> log) : BackgroundService
{
    // Doubling from five minutes to twelve hours, these are a little less than three days.
    private const int MostAttempts = 12;
    private const int Batch = 50;
    private const int ServerAnswers = 30_000;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LastRetry = TimeSpan.FromHours(12);

    /// <summary>Sends everything that is due, or finds out that it cannot be sent now.</summary>
    /// <returns>How many orders were settled: sent, or needed by nobody any more.</returns>
    public async Task<int> SendDueAsync(CancellationToken ct)
    {
        var settled = 0;
        for (var due = await mail.DueAsync(clock.GetUtcNow(), Batch, ct); due.Count > 0; due = await mail.DueAsync(clock.GetUtcNow(), Batch, ct))
        {
            using var smtp = new SmtpClient { Timeout = ServerAnswers };
            await smtp.ConnectAsync(settings.Host, settings.PortInUse, settings.Transport, ct);
            if (settings.User is not null) await smtp.AuthenticateAsync(settings.User, settings.Password!, ct);
            foreach (var order in due)
            {
                if (!smtp.IsConnected) break;
                // Nobody else sends it until then, and if this process dies, somebody does.
                if (await mail.TakeAsync(order, clock.GetUtcNow() + Retry(order.Attempts), ct) && await SendAsync(smtp, order, ct)) settled++;
            }

            if (smtp.IsConnected) await smtp.DisconnectAsync(quit: true, ct);
        }

        return settled;
    }

    /// <summary>How long after an attempt the next one is made.</summary>
    internal static TimeSpan Retry(int attempts) =>
        attempts >= 8 ? LastRetry : TimeSpan.FromTicks(Math.Min(FirstRetry.Ticks << attempts, LastRetry.Ticks));

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = Poll;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SendDueAsync(stoppingToken);
                pause = Poll;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever keeps mail from leaving, nothing is lost: the orders wait.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                // The type alone: a mail server's answer may quote an address.
                LogWaiting(exception.GetType().Name);
                pause = pause + pause < LongestPause ? pause + pause : LongestPause;
            }

            await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> SendAsync(SmtpClient smtp, MailOrder order, CancellationToken ct)
    {
        try
        {
            if (await composer.ComposeAsync(order, ct) is { } message) await smtp.SendAsync(message, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // One mail that cannot be written or sent must not keep back the others.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var isRefused = exception is SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted } answer && (int)answer.StatusCode >= 500;
            if (!isRefused && order.Attempts + 1 < MostAttempts)
            {
                LogLater(order.Number, order.Kind, exception.GetType().Name);
                return false;
            }

            LogGivenUp(order.Number, order.Kind, exception.GetType().Name);
        }

        await mail.DoneAsync(order.Number, ct);
        return true;
    }

    [LoggerMessage(3501, LogLevel.Warning, "No mail can be sent now ({Exception}); it is tried again")]
    private partial void LogWaiting(string exception);

    [LoggerMessage(3502, LogLevel.Warning, "Mail {Order} ({Kind}) could not be sent ({Exception}); it is tried again")]
    private partial void LogLater(long order, MailKind kind, string exception);

    [LoggerMessage(3503, LogLevel.Error, "Mail {Order} ({Kind}) is given up ({Exception})")]
    private partial void LogGivenUp(long order, MailKind kind, string exception);
}
