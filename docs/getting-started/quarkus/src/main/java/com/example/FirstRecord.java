package com.example;

import org.apache.camel.builder.RouteBuilder;

public class FirstRecord extends RouteBuilder {

    @Override
    public void configure() {
        from("file:{{folder:inbox}}?include=.*\\.json&moveFailed=failed")
                .to("freshsales:create?resourceType=contacts")
                .log("${file:name} is contact ${header.CamelFreshsalesResultId}");
    }
}
