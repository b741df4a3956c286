using System.Net.Sockets;
using TelegramMarketing.Testing.Time;
using TelegramMarketing.Testing.World;

namespace TelegramMarketing.Testing.Wire;

/// <summary>Stands where the network would be.</summary>
internal sealed class InMemoryTelegramHandler(TelegramWorld world, Violations violations) : HttpMessageHandler
{
    private static readonly Dictionary<string, string> _nothing = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var target = RequestTarget.Of(request.RequestUri ?? throw new InvalidOperationException("A request needs an address."));
        ThrowIfUnsent(world.Faults.TakeUnsent(new TelegramRequest(world.Now, target.Method, _nothing, null)));
        var activity = world.Clock.Gauge.BeginInner(target.Method);
        byte[] content;
        try
        {
            content = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            world.Clock.Gauge.End(activity);
            throw;
        }

        var received = new ReceivedRequest(request.Method, target, request.Content?.Headers.ContentType, content);
        return await ServeAsync(received, activity, cancellationToken).ConfigureAwait(false);
    }

    private static void ThrowIfUnsent(TelegramFault? fault)
    {
        if (fault?.Kind == FaultKind.RefuseConnection)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused", new SocketException((int)SocketError.ConnectionRefused));
        }

        if (fault?.Kind == FaultKind.NameNotResolved)
        {
            throw new HttpRequestException(HttpRequestError.NameResolutionError, "Name or service not known", new SocketException((int)SocketError.HostNotFound));
        }
    }

    // Whoever gives up waiting doesn't take the request back: it goes on by itself, as at Telegram.
    private async Task<HttpResponseMessage> ServeAsync(ReceivedRequest received, VirtualActivity activity, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        var work = WorkAsync(received, activity, answer);
        using var registration = cancellationToken.UnsafeRegister(
            (_, token) =>
            {
                world.Clock.Gauge.Detach(activity);
                answer.TrySetCanceled(token);
            },
            null);
        var response = await answer.Task.ConfigureAwait(false);
        _ = work; // Its outcome, whatever it is, is the answer's.
        return response;
    }

    private async Task WorkAsync(ReceivedRequest received, VirtualActivity activity, TaskCompletionSource<HttpResponseMessage> answer)
    {
        try
        {
            var response = await RespondAsync(received, activity).ConfigureAwait(false);
            world.Clock.Gauge.End(activity);
            answer.TrySetResult(response);
        }
#pragma warning disable CA1031 // Handed on to the caller.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (exception is NotSupportedException)
            {
                violations.Add(exception.Message);
            }

            world.Clock.Gauge.End(activity);
            answer.TrySetException(exception);
        }
    }

    private async Task<HttpResponseMessage> RespondAsync(ReceivedRequest received, VirtualActivity activity)
    {
        if (world.Options.Latency > TimeSpan.Zero)
        {
            await new VirtualWait(activity).WaitAsync(world.Clock, world.Options.Latency).ConfigureAwait(false);
        }

        if (received.Target.Token is null)
        {
            return await FailingAsync(received.AsPage(world.Now), activity, _ => Task.FromResult(Pages.PublicPages.Respond(world, received))).ConfigureAwait(false);
        }

        TelegramBot? bot;
        lock (world.Sync)
        {
            bot = world.FindBot(received.Target.Token);
        }

        if (bot is null)
        {
            return received.Target.HasProperToken ? BotApiAnswer.Error(401, "Unauthorized") : BotApiAnswer.Error(404, "Not Found");
        }

        var method = BotApiCatalog.Find(received.Target.Method)
            ?? throw new NotSupportedException($"InMemoryTelegram does not know the method '{received.Target.Method}'.");
        try
        {
            var body = RequestBody.Read(received.Target.Query, received.ContentType, received.Content);
            ThrowIfUnknownParameter(method, body);
            var call = new BotApiCall(world, bot, method, body, activity);
            return await FailingAsync(ReceivedRequest.AsCall(world.Now, call), activity, fault => AnswerAsync(call with { IsHalved = fault?.Kind == FaultKind.HalfAnAlbum })).ConfigureAwait(false);
        }
        catch (BotApiException exception)
        {
            return BotApiAnswer.Error(exception.Code, exception.Description);
        }
    }

    private static async Task<HttpResponseMessage> AnswerAsync(BotApiCall call)
    {
        try
        {
            return BotApiAnswer.Success(await BotApiServer.CallAsync(call).ConfigureAwait(false));
        }
        catch (BotApiException exception)
        {
            return BotApiAnswer.Error(exception.Code, exception.Description, exception.RetryAfter);
        }
    }

    private static void ThrowIfUnknownParameter(string method, RequestBody body)
    {
        // A part with a file that a parameter refers to as attach://name has a name of its own.
        var attached = body.Values.Values.ToList();
        var unknown = body.Values.Keys.Concat(body.Files.Keys.Where(name => !attached.Any(value => value.Contains($"attach://{name}", StringComparison.Ordinal))))
            .FirstOrDefault(name => !BotApiCatalog.Takes(method, name));
        if (unknown is not null)
        {
            throw new NotSupportedException($"InMemoryTelegram does not know the parameter '{unknown}' of '{method}'.");
        }
    }

    private async Task<HttpResponseMessage> FailingAsync(TelegramRequest request, VirtualActivity activity, Func<TelegramFault?, Task<HttpResponseMessage>> respond)
    {
        var fault = world.Faults.Take(request);
        ThrowIfUnsent(fault);
        lock (world.Sync)
        {
            world.Log(request);
        }

        switch (fault?.Kind)
        {
            case FaultKind.Refuse:
                var refusal = new BotApiException(fault.Code, fault.Description);
                return BotApiAnswer.Error(refusal.Code, refusal.Description);
            case FaultKind.TooManyRequests:
                var flood = new BotApiException(fault.Delay);
                return BotApiAnswer.Error(flood.Code, flood.Description, flood.RetryAfter);
            case FaultKind.ResetConnection:
                throw ConnectionReset();
            case FaultKind.BadGateway:
                return fault.IsProcessed ? await BadGatewayAfterAsync(respond).ConfigureAwait(false) : BotApiAnswer.BadGateway();
            case FaultKind.Hang:
                await new VirtualWait(activity).WaitAsync(world.Clock, fault.Delay).ConfigureAwait(false);
                break;
            default:
                break;
        }

        var response = await respond(fault).ConfigureAwait(false);
        switch (fault?.Kind)
        {
            case FaultKind.AnswerLate:
                await new VirtualWait(activity).WaitAsync(world.Clock, fault.Delay).ConfigureAwait(false);
                return response;
            case FaultKind.LoseAnswer:
                throw ConnectionReset();
            case FaultKind.TruncateAnswer:
                return await BotApiAnswer.TruncateAsync(response).ConfigureAwait(false);
            default:
                return response;
        }
    }

    private static async Task<HttpResponseMessage> BadGatewayAfterAsync(Func<TelegramFault?, Task<HttpResponseMessage>> respond)
    {
        (await respond(null).ConfigureAwait(false)).Dispose();
        return BotApiAnswer.BadGateway();
    }

    private static HttpRequestException ConnectionReset() => new(
        HttpRequestError.ResponseEnded,
        "An error occurred while sending the request.",
        new IOException("Unable to read data from the transport connection: Connection reset by peer.", new SocketException((int)SocketError.ConnectionReset)));
}
