using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;

namespace Portal.Tests.Client.Ui;

/// <summary>Where bricks are drawn in tests: MudBlazor without a browser, and a clock that stands still.</summary>
public abstract class UiContext : BunitContext
{
    protected UiContext()
    {
        Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        Services.AddSingleton<TimeProvider>(Clock);
        JSInterop.Mode = JSRuntimeMode.Loose;

        // What is waited for comes, however busy the machine is; bUnit alone waits a second.
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
    }

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
}
