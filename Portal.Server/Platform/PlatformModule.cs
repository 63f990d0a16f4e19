using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FluentValidation;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Portal.Shared;

namespace Portal.Server.Platform;

internal static class PlatformModule
{
    public static void AddPlatform(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var catalog = RequestCatalog.Of(typeof(IPortal).Assembly);

        services.AddSingleton(catalog);
        services.AddSingleton<AskingLimits>();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Migrator>();
        services.AddHttpContextAccessor();
        services.AddMemoryCache();
        services.AddScoped<WhoAsks>();
        services.AddScoped<CircuitHandler, WhoAsks.CircuitMark>();
        services.AddScoped<IPortal, PortalDoor>();
        services.AddHandlers(catalog);
        services.AddValidatorsOf(typeof(IPortal).Assembly);

        services.AddProblemDetails();
        services.AddExceptionHandler<UnexpectedErrors>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
            options.SerializerOptions.RespectNullableAnnotations = true;
            // A number is a number: "5" is a text, here and in the OpenAPI document.
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            // The kind of a thing need not be its first member.
            options.SerializerOptions.AllowOutOfOrderMetadataProperties = true;
            options.SerializerOptions.TypeInfoResolver = options.SerializerOptions.TypeInfoResolver!.WithAddedModifier(ClosedFamilies.DemandKind);
        });
    }

    public static void MapPlatform(this IEndpointRouteBuilder api) =>
        api.MapGet("/first-steps", (IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new GetFirstSteps(), cancellationToken)).Asks<GetFirstSteps>();

    private static void AddHandlers(this IServiceCollection services, RequestCatalog catalog)
    {
        var handlers = typeof(PlatformModule).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false })
            .SelectMany(type => type.GetInterfaces()
                .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IHandler<,>))
                .Select(face => (Face: face, Type: type)))
            .ToDictionary(handler => handler.Face, handler => handler.Type);

        foreach (var request in catalog.Requests)
        {
            var face = typeof(IHandler<,>).MakeGenericType(request, RequestCatalog.AnswerOf(request)!);

            services.AddScoped(face, handlers.TryGetValue(face, out var handler)
                ? handler
                : throw new InvalidOperationException($"Nobody handles {request.Name}."));
        }
    }

    private static void AddValidatorsOf(this IServiceCollection services, System.Reflection.Assembly words)
    {
        foreach (var result in AssemblyScanner.FindValidatorsInAssembly(words))
        {
            services.AddSingleton(result.InterfaceType, result.ValidatorType);
        }
    }
}
