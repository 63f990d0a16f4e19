using Portal.Shared;

namespace Portal.Server.Platform.Mail;

internal static class MailModule
{
    public static void AddMail(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("Mail").Get<MailOptions>() ?? new MailOptions();

        if (options.Faults(builder.Configuration["Portal:Url"]).ToList() is { Count: > 0 } faults)
        {
            throw new InvalidOperationException(string.Join(' ', faults));
        }

        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<PortalAddress>();
        builder.Services.AddSingleton<SmtpServer>();
        builder.Services.AddSingleton<MailCarrier>();
        builder.Services.AddRounds<MailRounds>();
        builder.Services.AddScoped<Outbox>();
        builder.Services.AddScoped<MailboxDoor>();
    }

    public static void MapMail(this IEndpointRouteBuilder api)
    {
        api.MapGet("/mailbox", (HttpContext http, IPortal portal, CancellationToken cancellationToken) =>
        {
            http.Response.Headers.CacheControl = "no-store";

            return portal.AnswerAsync(new OpenMailbox(), cancellationToken);
        }).AllowAnonymous().Asks<OpenMailbox>();
        api.MapGet("/mails", (int? skip, int? take, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new ListMails { Skip = skip ?? 0, Take = take ?? 50 }, cancellationToken)).Asks<ListMails>();
        api.MapPost("/mails/{id:guid}/retry", (Guid id, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new RetryMail(id), cancellationToken)).Asks<RetryMail>();
    }

    /// <summary>The letter that a row stands for, with its link minted now.</summary>
    public static Task<Letter?> LetterOrNullAsync(this IServiceProvider services, OutboxMail mail, CancellationToken cancellationToken) =>
        services.GetServices<IMailTemplate>().Single(template => template.Name == mail.Template).WriteAsync(mail, cancellationToken);
}
